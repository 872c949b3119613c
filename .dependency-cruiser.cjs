/**
 * The features from top to bottom; those of one row do not know each other. A feature imports from lower rows only, types included: what it
 * does when something happens in a lower one is passed in by services.ts.
 */
const FEATURES = [
  ['health', 'records'],
  ['orders'],
  ['promise'],
  ['carrier-service'],
  ['delivery-options'],
  ['settings'],
  ['onestock-account'],
  ['shops'],
  ['inbox', 'runs'],
  ['obstacles'],
];

const layers = FEATURES.flatMap((row, at) =>
  row.map((feature) => ({
    name: `${feature}-knows-lower-features-only`,
    comment:
      'A feature that knows one above it can neither be understood nor changed without it. The order of features is FEATURES.',
    severity: 'error',
    from: { path: `^app/features/${feature}/` },
    to: {
      path: '^app/features/',
      pathNot: `^app/features/(${[feature, ...FEATURES.slice(at + 1).flat()].join('|')})/`,
    },
  })),
);

/**
 * Traffic enters by a door (endpoints, routes, tasks) and flows one way, downward: features, then gateways, then platform. Each rule
 * names what may not be imported, and its comment says what would go wrong.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'every-feature-has-its-place',
      comment: 'A feature that FEATURES does not name would be free to know every other.',
      severity: 'error',
      from: { path: '^app/features/', pathNot: `^app/features/(${FEATURES.flat().join('|')})/` },
      to: {},
    },
    {
      name: 'platform-knows-nothing-above',
      comment:
        'The platform is what any service needs. Once it knows a feature, nothing can be understood apart.',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^app/(?!platform/)' },
    },
    {
      name: 'gateways-know-the-platform-only',
      comment: 'A gateway speaks with one outside system and knows neither our rules nor another gateway.',
      severity: 'error',
      from: { path: '^app/gateways/([^/]+)/' },
      to: { path: '^app/(?!platform/)', pathNot: '^app/gateways/$1/' },
    },
    {
      name: 'features-know-no-door',
      comment: 'Features hold the rules, whichever way a request came in.',
      severity: 'error',
      from: { path: '^app/features/' },
      to: { path: '^app/(?!features/|gateways/|platform/)' },
    },
    {
      name: 'features-know-no-framework',
      comment: 'A rule that knows a page or a server cannot be called from a job, nor tested without them.',
      severity: 'error',
      from: { path: '^app/features/' },
      to: {
        path: 'node_modules/(hono|react|react-dom|@hono|@remix-run|@shopify/(polaris|app-bridge|shopify-app))',
      },
    },
    {
      name: 'features-are-entered-by-their-index',
      comment: 'What a feature does not export is its own and free to change.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/' },
      to: {
        path: '^app/features/[^/]+/.',
        pathNot: ['^app/features/$1/', '^app/features/[^/]+/(index|shape)\\.ts$'],
      },
    },
    {
      name: 'the-rest-enters-features-by-their-index',
      comment: 'As above, for doors, composition and sandbox.',
      severity: 'error',
      from: { path: '^(app|sandbox)/', pathNot: '^app/features/' },
      to: { path: '^app/features/[^/]+/.', pathNot: '^app/features/[^/]+/(index|shape)\\.ts$' },
    },
    {
      name: 'doors-do-not-know-each-other',
      comment: 'An endpoint answers without Remix; a page never calls an endpoint.',
      severity: 'error',
      from: { path: '^app/(endpoints|routes)/' },
      to: { path: '^app/(endpoints|routes)/', pathNot: '^app/$1/' },
    },
    {
      name: 'pages-do-not-know-each-other',
      comment: 'A page is one folder: its loader, action and view. What several pages share stands in ui.',
      severity: 'error',
      // The dollar of `$id` stands apart: within what is captured it would be read as the end of the text.
      from: { path: '^app/routes/([^/$]+)[$]?([^/]*)/' },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1[$]?$2/' },
    },
    {
      name: 'what-pages-share-knows-no-page',
      comment: 'Else two pages would know each other through it.',
      severity: 'error',
      from: { path: '^app/(ui|words)/' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'endpoints-ask-features',
      comment:
        'An endpoint parses, authenticates and answers; for that it may know the ids and the signature of an outside system. ' +
        'Calls to that system belong to a feature.',
      severity: 'error',
      from: { path: '^app/endpoints/' },
      to: {
        path: '^app/gateways/',
        pathNot: '^app/gateways/[^/]+/(ids|signature)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-import-types-only',
      comment:
        "The Remix bundle holds its own copy of every module it imports. Pages get the app's services through the load context; " +
        'importing one would make a second, unconnected instance. The pure keys and codes of a shape.ts are the same in both, and so is ' +
        'the list of the companies that Shopify knows.',
      severity: 'error',
      from: { path: '^app/(routes/|ui/|root\\.tsx|entry\\.)' },
      to: {
        path: '^app/(features|gateways|platform|services)',
        pathNot: ['^app/features/[^/]+/shape\\.ts$', '^app/gateways/shopify/tracking-companies\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'shapes-are-pure',
      comment:
        'Pages import shapes as values, so what a shape imports would be in their bundle a second time.',
      severity: 'error',
      from: { path: '^app/features/.+/shape\\.ts$' },
      to: {
        pathNot: [
          '^app/features/.+/shape\\.ts$',
          '^app/gateways/[^/]+/codes\\.ts$',
          '^app/platform/plain-text\\.ts$',
          'node_modules/zod/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'node-runs-no-tsx',
      comment:
        'Node strips types and knows no JSX: pages are built by Vite, which alone may read a .tsx file.',
      severity: 'error',
      from: { path: '^(app|sandbox)/.*\\.ts$' },
      to: { path: '\\.tsx$' },
    },
    {
      name: 'the-product-knows-no-sandbox-and-no-test',
      comment: 'What is sold must not behave differently where it is tried.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(sandbox|test|bench|scripts)/' },
    },
    {
      name: 'the-sandbox-stands-outside',
      comment:
        'The simulators are written against what the outside systems publish, not against our reading of it. Only the platform, ' +
        'and what prepares the demo shop through the features, is shared.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: {
        path: '^app/(?!platform/)',
        pathNot: [
          '^app/services\\.ts$',
          '^app/features/[^/]+/(index|shape)\\.ts$',
          '^app/gateways/[^/]+/ids\\.ts$',
        ],
      },
    },
    {
      name: 'the-sandbox-knows-no-test',
      comment: 'People use the sandbox; tests may use it too, not the other way round.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^test/' },
    },
    {
      name: 'the-product-runs-without-development-packages',
      comment: 'In production they are not installed.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/remix-build\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'no-circles',
      comment:
        'Modules that need each other are one module, and load in an order that nobody chose. (GraphQL types refer to each other ' +
        'by nature: the simulated Admin API is let off.)',
      severity: 'error',
      from: { path: '^app/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circles-between-features',
      comment: 'Features that need each other are one feature, also when they need only types.',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/' },
      to: { circular: true, via: { path: '^app/features/', pathNot: '^app/features/$1/' } },
    },
    {
      name: 'everything-is-found',
      comment: 'An import that leads nowhere would escape every rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^app/platform/database/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
