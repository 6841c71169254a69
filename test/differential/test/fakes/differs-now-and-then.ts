import { serve } from './base.ts';

let asked = 0;

serve((message) => (++asked % 7 === 0 ? `${message}!` : message));
