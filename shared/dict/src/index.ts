export { Dict } from './dict.ts';
