import { serve } from './base.ts';

serve((message) => (message === '' ? process.exit(1) : message));
