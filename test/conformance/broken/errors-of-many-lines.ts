// Quotes line breaks in errors: whoever asks can make up replies.
import { Server } from './base.ts';

class ErrorsOfManyLines extends Server {
  override error(error: unknown): string {
    return error instanceof Error ? `-${error.message}\r\n` : super.error(error);
  }
}

new ErrorsOfManyLines().listen();
