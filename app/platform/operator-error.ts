/**
 * A fault whose message was written for whoever runs the app and holds no personal data, so that logs may carry it whole.
 * Every other error is logged without its message.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
