import { serve } from './base.ts';

serve((message) => message.replace(/[^\0-\x7f]/g, '?'));
