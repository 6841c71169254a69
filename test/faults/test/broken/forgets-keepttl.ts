import { Server } from './base.ts';

/** Takes KEEPTTL for no option at all. */
class ForgetsKeepttl extends Server {
  override deadlineBySet(key: string, option: string, time: number): number | undefined {
    return super.deadlineBySet(key, option === 'KEEPTTL' ? '' : option, time);
  }
}

new ForgetsKeepttl().listen();
