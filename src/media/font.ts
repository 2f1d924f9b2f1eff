// A font of 6 x 12 pixels: X11's fixed (font-misc-misc, public domain), the letters of Latin-1.

export const fontHeight = 12;
export const fontWidth = 6;

// a letter is twelve rows from the top, each a digit of base64 whose highest bit is the leftmost pixel
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
// letters from the space on
const ascii = [
  'AAAAAAAAAAAAAAAIIIIIAIAAAAUUUAAAAAAAAAAAU+UU+UAAAAIcqocKqcIAAAAyyEIQmmAAAAAQooQqkaAAAAIIIAAAAAAA',
  'AAEIIQQQIIEAAAQIIEEEIIQAAAAIqcIcqIAAAAAAII+IIAAAAAAAAAAAYYwAAAAAAA+AAAAAAAAAAAAAYYAAAAACEEIQQgAA',
  'AAAMSSSSSMAAAAAIYIIIIcAAAAAciCEIQ+AAAAA+CEMCicAAAAAEMUk+EEAAAAA+g8CCicAAAAAMQg8iicAAAAA+CEEIIIAA',
  'AAAciiciicAAAAAciieCEYAAAAAAAYYAYYAAAAAAAYYAYYwAAAAAEIQIEAAAAAAAA+A+AAAAAAAAQIEIQAAAAAAciEIIAIAA',
  'AAAciuqugcAAAAAcii+iiiAAAAA8SScSS8AAAAAcigggicAAAAA8SSSSS8AAAAA+gg8gg+AAAAA+gg8gggAAAAAciggmicAA',
  'AAAiii+iiiAAAAAcIIIIIcAAAAAOEEEEkYAAAAAikowokiAAAAAgggggg+AAAAAi2qiiiiAAAAAiiyqmiiAAAAAciiiiicAA',
  'AAA8ii8gggAAAAAciiiqkaAAAAA8ii8okiAAAAAcigcCicAAAAA+IIIIIIAAAAAiiiiiicAAAAAiiiiUUIAAAAAiiiiqqUAA',
  'AAAiiUIUiiAAAAAiiUIIIIAAAAA+CEIQg+AAAAcQQQQQQQcAAAAgQQIEECAAAAcEEEEEEEcAAAIUiAAAAAAAAAAAAAAAAAA+',
  'AAQIEAAAAAAAAAAAAcCeieAAAAAgg8iii8AAAAAAAcigicAAAAACCeiiieAAAAAAAci8gcAAAAAMSQ4QQQAAAAAAAciiieCc',
  'AAAgg8iiiiAAAAAIAYIIIcAAAAACAGCCCCSMAAAggik4kiAAAAAYIIIIIcAAAAAAA0qqqqAAAAAAAsyiiiAAAAAAAciiicAA',
  'AAAAA8iii8ggAAAAAeiiieCCAAAAAsygggAAAAAAAegcC8AAAAAII+IIIGAAAAAAAiiimaAAAAAAAiiiUIAAAAAAAiiqqUAA',
  'AAAAAiUIUiAAAAAAAiiiUIQgAAAAA+EIQ+AAAAEIIIQIIIEAAAIIIIIIIIIAAAQIIIEIIIQAAAAAASqkAAAA',
].join('');
// letters from the no-break space on
const latin = [
  'AAAAAAAAAAAAAAAIAIIIIIAAAAAAIcqoqcIAAAAMSQ4QSsAAAAAAAqUiUqAAAAAiU+I+IIAAAAAIIIAIIIAAAAOQMSSMCcAA',
  'AAUAAAAAAAAAAAAehlplheAAAMUMAcAAAAAAAAAAAKUoUKAAAAAAAA+CCAAAAAAAAAcAAAAAAAAehtppheAAAA+AAAAAAAAA',
  'AMSSMAAAAAAAAAAII+IIA+AAIUEIcAAAAAAAYEIEYAAAAAAAAAEIQAAAAAAAAAAAAiiim6ggAAe666aKKKAAAAAAAMMAAAAA',
  'AAAAAAAAAAEYIYIIcAAAAAAAIUIAcAAAAAAAAAAAAoUKUoAAQwQQUMUeEEAAQwQQUKCEIOAAwIQI0MUeEEAAAAAIAIIQicAA',
  'QIAcii+iiiAAEIAcii+iiiAAIUAcii+iiiAAasAcii+iiiAAAUAcii+iiiAAIUIcii+iiiAAAAAeoo8oouAAAAAcigggicEY',
  'QIA+gg8gg+AAEIA+gg8gg+AAIUA+gg8gg+AAAUA+gg8gg+AAQIAcIIIIIcAAEIAcIIIIIcAAIUAcIIIIIcAAAUAcIIIIIcAA',
  'AAAcSS6SScAAasAiiyqmiiAAQIAciiiiicAAEIAciiiiicAAIUAciiiiicAAasAciiiiicAAAUAciiiiicAAAAAAiUIUiAAA',
  'AACcmqqqycgAQIAiiiiiicAAEIAiiiiiicAAIUAiiiiiicAAAUAiiiiiicAAEIAiiUIIIIAAAAAQcSSScQAAAAAcikokisAA',
  'AAQIAcCeieAAAAEIAcCeieAAAAIUAcCeieAAAAasAcCeieAAAAAUAcCeieAAAAIUIcCeieAAAAAAAcKcoeAAAAAAAcigicEY',
  'AAQIAci8gcAAAAEIAci8gcAAAAIUAci8gcAAAAAUAci8gcAAAAQIAYIIIcAAAAEIAYIIIcAAAAIUAYIIIcAAAAAUAYIIIcAA',
  'AUIUCeiiicAAAAasAsyiiiAAAAQIAciiicAAAAEIAciiicAAAAIUAciiicAAAAasAciiicAAAAAUAciiicAAAAAAIA+AIAAA',
  'AAAAAemqy8AAAAQIAiiiicAAAAEIAiiiicAAAAIUAiiiicAAAAAUAiiiicAAAAEIAiiiUIQgAAAgg8iii8ggAAAUAiiiUIQg',
].join('');
// a frame in place of letters that the font lacks
const unknown = 'A8iiiiiiii8A';

/** Twelve rows of six bits; the highest bit is the leftmost pixel. */
function rowsOf(letter: string): number[] {
  const code = letter.codePointAt(0) ?? 0;
  const [from, first] = code < 0xa0 ? [ascii, 0x20] : [latin, 0xa0];
  const at = (code - first) * fontHeight;
  const glyph = at < 0 ? '' : from.slice(at, at + fontHeight);
  return Array.from(glyph || unknown, (digit) => digits.indexOf(digit));
}

/** Calls `dot` for each pixel of the text, with its distance from the upper left corner. */
export function eachDot(text: string, dot: (x: number, y: number) => void): void {
  Array.from(text).forEach((letter, n) => {
    rowsOf(letter).forEach((bits, y) => {
      for (let x = 0; x < fontWidth; x++) if ((bits >> (fontWidth - 1 - x)) & 1) dot(n * fontWidth + x, y);
    });
  });
}
