const USUAL = 4321;

/** The port to try first; if it is taken, the next ones are tried. */
export function port(wanted: string | undefined): number {
  if (wanted === undefined || wanted === '') return USUAL;
  const number = Number(wanted);
  if (Number.isInteger(number) && number > 0 && number < 65536) return number;
  console.error(`There is no port ${wanted}. Choose one from 1 to 65535: PORT=${USUAL} npm start`);
  process.exit(1);
}
