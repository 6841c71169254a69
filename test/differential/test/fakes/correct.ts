import { serve } from './base.ts';

serve((message) => message);
