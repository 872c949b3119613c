/**
 * Thrown when a caller of the store or the control door asks for what cannot be; the server answers it with 422 and
 * the message.
 */
export class InvalidInput extends Error {}
