import { serve } from './base.ts';

let asked = 0;

serve((message) => (++asked === 3 ? `${message}!` : message));
