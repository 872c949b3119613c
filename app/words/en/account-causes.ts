/** What can be wrong with the OneStock account: what happened and what to do. */
export const accountCauses = {
  host_refused:
    'The app may not call {{host}}. Enter an https address under onestock-retail.com, or ask whoever operates this app to allow it.',
  private_address:
    '{{host}} leads to an address of a private network, which the app does not call. Correct the host.',
  no_site_at_host:
    'No OneStock site answers at {{host}}. Correct the host; where it begins with the site id, that too.',
  foreign_answer:
    '{{host}} does not answer as this API version does. Choose another version, or correct the host.',
  name_unknown:
    'The name {{host}} could not be found on the internet. Correct the host; where it begins with the site id, that too.',
  certificate_untrusted:
    'The certificate of {{host}} cannot be trusted. Check the host; if it is right, tell OneStock.',
  unreachable:
    '{{host}} could not be reached. Check the host, or try again in a few minutes; if this lasts, tell OneStock.',
  timeout: '{{host}} did not answer in time. Try again in a few minutes; if this lasts, tell OneStock.',
  rate_limited: 'OneStock takes no more calls for now. Try again in a few minutes.',
  not_taken: 'OneStock did not take the call. Try again in a few minutes; if this lasts, tell OneStock.',
  site_unknown: 'OneStock does not know the site “{{siteId}}”. Correct the site id.',
  user_refused:
    'OneStock refused the user “{{userId}}” of the site “{{siteId}}”. Correct the site id, the user id or the password.',
  policy:
    'OneStock’s access policy does not let the user “{{userId}}” use all that the app needs. Ask OneStock to allow: {{refused}}.',
} as const;
