// The control: nothing is wrong with this one.
import { Server } from './base.ts';

new Server().listen();
