/*
 * Full-text search for a static archive: reads the index under search/ by script tags alone, so that it works from a
 * disk as from a server. The first half knows no page and runs in any JavaScript engine; the second is the search page.
 * The index is written by org.backfile.search, where its formats are described; the tokenizer must stay that of
 * Tokenizer.java, which shares its examples (src/test/resources/search/tokens.txt) with this file.
 */
(function () {
  'use strict';

  // ---- Word characters (WordCharacters.java) ----

  /** Ranges of letters, marks and numbers above ASCII in Unicode 13: distance from the last range and length, base 36. */
  const RANGES =
    '4q 1 7 2 1 1 3 2 1 3 1 n 1 v 1 cq 4 c e 5 7 1 1 1 h 39 1 2 2 4 1 1 6 1 1 3 1 1 1 k 1 2b 1 3v 1 4t 1 ' +
    '12 2 1 6 15 8 19 1 1 1 2 1 2 1 1 8 r 4 4 t b 5 22 4 2u 1 8 2 a 1 j 2 1 g 1n 2 2t e 1i 4 1 2 1 2 1a i ' +
    's 4 b 1h l 1 i b f 1 3l 2 a 1 j 1 8 2 2 2 m 1 7 1 1 3 4 2 9 2 2 2 4 8 1 4 2 1 5 2 c 2 6 2 1 1 1 2 3 ' +
    '1 6 4 2 2 m 1 7 1 2 1 2 1 2 2 1 1 5 4 2 2 3 3 1 7 4 1 1 7 g b 3 1 9 1 3 1 m 1 7 1 2 1 5 2 a 1 3 1 3 ' +
    '2 1 f 4 2 a 9 7 1 3 1 8 2 2 2 m 1 7 1 2 1 5 2 9 2 2 2 3 7 3 4 2 1 5 2 a 1 7 a 2 1 6 3 3 1 4 3 2 1 1 ' +
    '1 2 3 2 3 3 3 c 4 5 3 3 1 4 2 1 6 1 e d d d 1 3 1 n 1 g 3 8 1 3 1 4 7 2 1 3 5 4 2 a 8 7 1 4 1 8 1 3 ' +
    '1 n 1 a 1 5 2 9 1 3 1 4 7 2 7 1 1 4 2 a 1 2 d d 1 3 1 1f 1 3 1 5 5 g 2 j 1 6 1 3 1 i 3 o 1 9 1 1 2 7 ' +
    '3 1 4 6 1 1 1 8 6 a 2 2 d 1m 5 f 1 a 13 2 1 1 1 5 1 o 1 1 1 n 2 5 1 1 1 6 2 a 2 4 w 1 n 2 6 k 1 1 1 ' +
    '1 1 1 4 a 1 10 4 k 1 i 1 10 9 1 1l 22 6 26 2 12 1 1 5 1 2 17 1 99 1 4 2 7 1 1 1 4 2 15 1 4 2 x 1 4 2 ' +
    '7 1 1 1 4 2 f 1 1l 1 4 2 1v 2 3 9 k 3 g g 2e 2 6 3 h8 2 h 1 q 5 23 3 b 7 d 1 7 b l b k c d 1 3 1 2 c ' +
    '2c 3 1 4 2 2 a 6 a h 3 2 a 6 2h 7 17 5 1y a v 1 c 4 c a 14 2 5 b 18 4 q 6 b 11 s 4 1r 1 t 2 b 6 a d ' +
    '1 8 h 1r 24 4 a h 9 c 38 c 1k 8 a 3 1d 2 9 7 17 2 3 g 3 1 13 5 6y 1 7v 2 6 2 12 2 6 2 8 1 1 1 1 1 1 ' +
    '1 v 2 1h 1 7 1 1 3 3 1 7 3 4 2 6 4 d 5 3 1 7 37 2 2 6 5 b 6 d 1f x h 1 4 1 2 a 1 1 3 5 6 1 1 1 1 1 1 ' +
    '4 1 b 2 4 5 5 4 1 1 1m k6 1o 26 m hi u vg 1b 1 1b 1 3p 6 9 9 1 2 12 1 1 5 1 2 1k 7 1 f o 9 7 1 7 1 7 ' +
    '1 7 1 7 1 7 1 7 1 7 1 w 1b 1 d1 3 p f 1 5 2 5 4 2e 2 2 2 3 1 2i 1 4 5 17 1 2m 3 4 a w 1c g w a u 8 1 ' +
    'f w a 13 f 8w 534 1s g71 3 wd 1v 1a 2 7h 3 s k 1f 1 a 1 37 11 9 2 2v 2 1h 2 9 16 1f 4 1 3 6 a 1g c ' +
    '1y a a 6 o 3 1 1 1d 2 10 c t 3 1t e b 6 v 1 1j 9 e 2 a 6 n 3 21 o 3 2 g 2 5 a 6 2 6 2 6 9 7 1 7 1 17 ' +
    '1 e 6 3f 1 2 2 a 6 8mc c n 4 1d 6is a6 2 2y 12 7 c 5 5 c 1 d 1 5 1 1 1 2 1 2 1 30 x a3 i 1s 2 1i 14 ' +
    'c 4 g g g 1s 5 1 3r j a 7 q 6 q b 2h 3 6 2 6 2 6 2 3 z c 1 q 1 j 1 2 1 f 2 e y 3f c 19 c 1l h 2 35 1 ' +
    '3m t 3 1d f s 4 10 9 u 5 17 5 u 2 10 4 8 1 5 16 4e 2 a 6 10 4 10 4 14 8 1g 4c 8n 9 m a 8 48 6 2 1 1 ' +
    '18 1 2 3 1 2 n 2 v 2 12 8 9 1c j 1 2 5 x 4 q 1y 1k 4 k 2 1e 1 2 5 8 1 3 1 t 2 3 4 a n v 1 w w 8 1 u ' +
    '4 5 g 1i a m 2 r 5 q n 7 28 21 1j 1f d 1f 7 1a 8 a 86 v 1 16 1 2 3 2 26 14 8 11 2j s k n 9 1z b u f ' +
    '1o l p 7 a 6 1h 1 a 4 4 8 10 2 1 9 1x 4 4 1 d 1 1 4 k b i 1 11 6 1 1t 7 1 1 1 4 1 f 1 a 7 1n 5 a 6 4 ' +
    '1 8 2 2 2 m 1 7 1 2 1 5 1 a 2 2 2 3 2 1 6 1 5 7 2 7 3 5 3v 23 5 a 4 4 u 1y 1 1 8 a 4m 1i 2 9 n 6 y ' +
    '1t 3 1 b a 12 1l 7 a 1i r 2 f 4 c 5g 1n 2t 2b c 8 2 1 2 8 1 2 1 u 1 2 2 9 c a 1y 8 2 1a 2 8 1 2 r 1r ' +
    '8 1 8 22 3 1 y 1l 7b 9 1 19 1 9 f t 5 u 2 m 1 e 21 7 1 2 1 18 3 1 1 2 1 9 8 a 6 6 1 2 1 11 1 2 1 6 7 ' +
    'a 8m n 55 1 f l 17 pm 2u 33 h 5g 24c tr 34h g7 6nt ft 7 v 1 a 2u u 2 5 b 1j 9 4 c a 1 7 1 l 5 j j4 ' +
    '2f 2x 23 4 1l 7 h 1s 2 1 2 b 2 e 4qg 8 ye 16 9 6wn 7z 1d 3 h 4 8 b0 1s4 2z 5 d 3 9 7 a 3 2 43q 5 3 6 ' +
    '8 8 2 7 u 4 44 3 4b k 30 p 3r 2d 1 1z 1 2 2 1 2 2 2 4 1 c 1 1 1 7 1 1t 1 4 2 8 1 7 1 s 1 4 1 5 1 1 3 ' +
    '7 1 9g 2 p 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 v 1 p 1 8 2 1e e8 1j 4 1e 8 1 e 1 m 5 1 f 11s 7 1 h 2 7 1 2 ' +
    '1 5 5x 19 3 e 2 a 4 1 a9 1m zq 5h 2 g 15 24 4 a lz 1n 1 3 1 4 24 19 1 f 5e 4 1 r 1 2 1 1 2 1 1 a 1 4 ' +
    '1 1 1 1 6 1 4 1 1 1 1 1 1 3 1 2 1 1 2 1 1 1 1 1 1 1 1 1 1 2 1 1 2 4 1 7 1 4 1 4 1 1 1 a 1 h 5 3 1 5 ' +
    '1 h g4 d 25f a sm wym y 379 b 66 2 4g2 e 5rl 2e7 f2 15u 3t7 fcmt 6o';

  const SEPARATOR = 0;
  const ALPHABETIC = 1;
  const PAIRED = 2;
  const IGNORED = 3;

  const PAIRED_RANGES = [
    0xe01, 0xe4e, 0xe81, 0xedf, 0x1000, 0x109f, 0x1100, 0x11ff, 0x1780, 0x17dd, 0x3005, 0x3007, 0x3021, 0x3029,
    0x3031, 0x3035, 0x3038, 0x303c, 0x3041, 0x30ff, 0x3131, 0x318e, 0x31f0, 0x31ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff,
    0xac00, 0xd7fb, 0xf900, 0xfaff, 0xff66, 0xffdc, 0x20000, 0x3134f,
  ];

  const classes = new Uint8Array(0x31350);
  (function () {
    let at = 0;
    const numbers = RANGES.split(' ');
    for (let i = 0; i < numbers.length; i += 2) {
      const first = at + parseInt(numbers[i], 36);
      at = first + parseInt(numbers[i + 1], 36);
      classes.fill(ALPHABETIC, first, at);
    }
    classes.fill(ALPHABETIC, 48, 58).fill(ALPHABETIC, 65, 91).fill(ALPHABETIC, 97, 123);
    for (let i = 0; i < PAIRED_RANGES.length; i += 2) {
      for (let c = PAIRED_RANGES[i]; c <= PAIRED_RANGES[i + 1]; c++) {
        if (classes[c] === ALPHABETIC) classes[c] = PAIRED;
      }
    }
    for (const c of [0xad, 0x200c, 0x200d, 0x2060, 0xfeff]) classes[c] = IGNORED;
    classes[0x2bc] = SEPARATOR;
  })();

  function classOf(codePoint) {
    if (codePoint < classes.length) return classes[codePoint];
    return codePoint >= 0xe0100 && codePoint <= 0xe01ef ? ALPHABETIC : SEPARATOR;
  }

  // ---- Folding (Folding.java) ----

  const PLAIN = {
    'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ł': 'l', 'ħ': 'h', 'ŧ': 't', 'ı': 'i',
    'ς': 'σ',
  };

  function isDiacritic(c) {
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x591 && c <= 0x5c7) || (c >= 0x610 && c <= 0x61a) ||
      (c >= 0x64b && c <= 0x65f) || c === 0x670 || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
      (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfe20 && c <= 0xfe2f) ||
      (c >= 0xe0100 && c <= 0xe01ef);
  }

  function isKept(char) {
    const kind = classOf(char.codePointAt(0));
    return char === '.' || kind === ALPHABETIC || kind === PAIRED;
  }

  /** Signs that choose a picture of a character and say nothing of the word. */
  const isSelector = (c) =>
    (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);

  /** The one letter whose lower case JavaScript makes two of. */
  const lowerOf = (char) => (char === '\u0130' ? 'i' : char.toLowerCase());

  function folded(word) {
    let out = '';
    for (const char of word.normalize('NFKD')) {
      if (isDiacritic(char.codePointAt(0))) continue;
      const lower = lowerOf(char);
      if (Object.prototype.hasOwnProperty.call(PLAIN, lower)) out += PLAIN[lower];
      else if (isKept(lower)) out += lower;
    }
    return out.normalize('NFC');
  }

  function exact(word) {
    let out = '';
    for (const char of word.normalize('NFKC')) {
      const lower = lowerOf(char);
      if (lower === 'ς') out += 'σ';
      else if (isSelector(char.codePointAt(0))) continue;
      else if (isKept(lower)) out += lower;
    }
    return out.normalize('NFC');
  }

  // ---- Tokenizer (Tokenizer.java) ----

  const WORD_LIMIT = 64;
  const JOINED_PARTS = 4;
  const JOINED_LIMIT = 40;

  /** Kinds of tokens: those that phrases are made of; another spelling of the last one; the last few ones joined. */
  const BASE = 0;
  const EXACT = 1;
  const JOINED = 2;

  const isApostrophe = (c) => c === "'" || c === '\u2019' || c === '\u2018' || c === '\u02bc' || c === '\uff07';
  const isJoint = (c) => isApostrophe(c) || c === '-' || c === '\u2010' || c === '\u2011' || c === '\uff0d' || c === '&';
  const isCombining = (c) => c === '\u3099' || c === '\u309a' || c === '\uff9e' || c === '\uff9f' ||
    (c >= '\u1160' && c <= '\u11ff') || (c >= '\ufe00' && c <= '\ufe0f');

  /**
   * The tokens of a text: {term, kind, start, end} and, of scripts that are indexed by pairs, `run`: 'pair' for a pair,
   * 'end' for the last character of a longer run, 'single' for a run of one.
   */
  function tokenize(text) {
    const tokens = [];
    const classAt = (i) => (i < text.length ? classOf(text.codePointAt(i)) : SEPARATOR);
    const widthAt = (i) => (text.codePointAt(i) > 0xffff ? 2 : 1);
    const isDigit = (i) => i < text.length && text[i] >= '0' && text[i] <= '9';
    let at = 0;

    function joinedWords() {
      const start = at;
      const parts = [];
      let afterApostrophe = false;
      for (;;) {
        const from = at;
        const word = readWord();
        if (!(afterApostrophe && (word === 's' || word === 'S'))) {
          const term = folded(word).slice(0, WORD_LIMIT);
          if (term !== '') {
            tokens.push({ term, kind: BASE, start: from, end: at });
            parts.push(term);
            const marked = exact(word).slice(0, WORD_LIMIT);
            if (marked !== term && marked !== '') tokens.push({ term: marked, kind: EXACT, start: from, end: at });
          }
        }
        const joint = at < text.length ? text[at] : ' ';
        if (!isJoint(joint) || classAt(at + 1) !== ALPHABETIC) break;
        afterApostrophe = isApostrophe(joint);
        at++;
      }
      const joined = parts.join('');
      if (parts.length > 1 && parts.length <= JOINED_PARTS && joined.length <= JOINED_LIMIT) {
        tokens.push({ term: joined, kind: JOINED, start, end: at, parts: parts.length });
      }
    }

    function readWord() {
      let word = '';
      let digitsInRow = 0;
      let lettersSinceStop = 0;
      let initials = true;
      while (at < text.length) {
        const kind = classAt(at);
        const c = text[at];
        if (kind === ALPHABETIC) {
          const width = widthAt(at);
          word = (word + text.slice(at, at + width)).slice(0, WORD_LIMIT);
          const digit = c >= '0' && c <= '9';
          digitsInRow = digit ? digitsInRow + 1 : 0;
          lettersSinceStop += digit ? 2 : 1;
        } else if (kind === SEPARATOR) {
          if ((c === '.' || c === ',') && digitsInRow > 0 && isDigit(at + 1)) {
            const thousands =
              digitsInRow <= 3 && isDigit(at + 1) && isDigit(at + 2) && isDigit(at + 3) && !isDigit(at + 4);
            if (!thousands) word = (word + '.').slice(0, WORD_LIMIT);
            digitsInRow = 0;
            initials = false;
          } else if (!(c === '.' && initials && lettersSinceStop === 1 && classAt(at + 1) === ALPHABETIC &&
              !isDigit(at + 1) && classAt(at + 1 + widthAt(at + 1)) !== ALPHABETIC)) {
            return word;
          }
          lettersSinceStop = 0;
          at++;
          continue;
        } else if (kind === PAIRED) {
          return word;
        }
        at += widthAt(at);
        initials = initials && lettersSinceStop <= 1;
      }
      return word;
    }

    function pairs() {
      const units = [];
      while (classAt(at) === PAIRED) {
        const start = at;
        at += widthAt(at);
        while (at < text.length && at - start < 8 && isCombining(text[at])) at++;
        for (const char of folded(text.slice(start, at))) units.push({ char, start, end: at });
      }
      for (let i = 0; i + 1 < units.length; i++) {
        tokens.push({
          term: units[i].char + units[i + 1].char, kind: BASE, start: units[i].start, end: units[i + 1].end, run: 'pair',
        });
      }
      if (units.length > 0) {
        const last = units[units.length - 1];
        const run = units.length > 1 ? 'end' : 'single';
        tokens.push({ term: last.char, kind: BASE, start: last.start, end: last.end, run });
      }
    }

    while (at < text.length) {
      const kind = classAt(at);
      if (kind === ALPHABETIC) joinedWords();
      else if (kind === PAIRED) pairs();
      else at += widthAt(at);
    }
    return tokens;
  }

  // ---- Packed bytes (AsciiPacking.java, BitWriter.java, TermWriter.java) ----

  const SYMBOLS = new Uint8Array(128);
  (function () {
    let count = 0;
    for (let c = 1; c < 128; c++) if (c !== 10 && c !== 13 && c !== 34 && c !== 92) SYMBOLS[c] = count++;
  })();

  /** The bytes in a packed string; up to three more may follow them. */
  function unpack(packed) {
    const bytes = new Uint8Array(((packed.length >> 2) * 27) >> 3);
    let held = 0;
    let bits = 0;
    let to = 0;
    const take = (value, count) => {
      held = (held << count) | value;
      bits += count;
      while (bits >= 8) {
        bits -= 8;
        bytes[to++] = held >>> bits;
        held &= (1 << bits) - 1;
      }
    };
    const symbol = (i) => SYMBOLS[packed.charCodeAt(i)];
    for (let i = 0; i + 3 < packed.length; i += 4) {
      const value = ((symbol(i) * 123 + symbol(i + 1)) * 123 + symbol(i + 2)) * 123 + symbol(i + 3);
      take(value >>> 13, 14);
      take(value & 0x1fff, 13);
    }
    return bytes;
  }

  /** Reads numbers, texts and names from bytes. */
  class ByteReader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }

    number() {
      let value = 0;
      let scale = 1;
      for (;;) {
        const next = this.bytes[this.at++];
        value += (next & 0x7f) * scale;
        if (next < 128) return value;
        scale *= 128;
      }
    }

    text() {
      const units = [];
      for (let rest = this.number(); rest > 0; rest--) units.push(String.fromCharCode(this.number()));
      return units.join('');
    }

    name() {
      let name = '';
      for (let i = 0; i < 6; i++) name += this.bytes[this.at++].toString(16).padStart(2, '0');
      return name;
    }
  }

  /** Reads bits, the highest of each byte first. */
  class BitReader {
    constructor(bytes, at) {
      this.bytes = bytes;
      this.at = at;
    }

    /** The next 25 bits or more, from the top of a 32-bit number. */
    window() {
      const i = this.at >>> 3;
      const b = this.bytes;
      return ((b[i] << 24) | (b[i + 1] << 16) | (b[i + 2] << 8) | b[i + 3]) << (this.at & 7);
    }

    read(count) {
      if (count === 0) return 0;
      if (count > 24) return this.read(count - 16) * 65536 + this.read(16);
      const value = this.window() >>> (32 - count);
      this.at += count;
      return value;
    }

    gamma() {
      let zeros = 0;
      for (;;) {
        const more = Math.min(24, Math.clz32(this.window()));
        zeros += more;
        this.at += more;
        if (more < 24) return this.read(zeros + 1);
      }
    }

    rice(k) {
      let ones = 0;
      for (;;) {
        const more = Math.min(24, Math.clz32(~this.window()));
        ones += more;
        this.at += more;
        if (more < 24) break;
      }
      this.at++;
      return ones * (1 << k) + this.read(k);
    }

    /** As rice, with gamma code for what is above 16 ones. */
    boundedRice(k) {
      let ones = Math.min(16, Math.clz32(~this.window()));
      this.at += ones;
      if (ones < 16) this.at++;
      else ones += this.gamma() - 1;
      return ones * (1 << k) + this.read(k);
    }

    /** The term after `last`. */
    term(last) {
      const shared = this.gamma() - 1;
      let term = last.slice(0, shared);
      for (let more = this.gamma() - 1; more > 0; more--) {
        const code = this.read(5);
        if (code < 26) term += String.fromCharCode(97 + code);
        else if (code === 26) term += String.fromCharCode(48 + this.read(4));
        else if (code === 27) term += 'HBPS'[this.read(2)];
        else term += String.fromCharCode(this.read(16));
      }
      return term;
    }
  }

  // ---- Coded texts (ContextCoder.java) ----

  const BY_STEPS = [
    '', '', '', ' ', 'etaoin~', 'srlhd', 'cmupfg', '.,ybwv-k02', 'TSA1ICMEj<', 'NROBDPHWFGL3>5946x8',
    '7\'UzqJ")VK(^/:?YZ;Q_!X&$%*#+=@[]|{',
  ];
  const WRITTEN = { '<': 9, '>': 10, '^': 1 };
  const AFTER_TWO_BITS = 17;
  const AFTER_ONE_BITS = 16;
  const TRUST_BITS = 12;
  const PAIR_BITS = 12;
  const FORETOLD_BITS = 15;
  const AFTER_ONE = 1 << AFTER_TWO_BITS;
  const OF_TRUST = AFTER_ONE + (1 << AFTER_ONE_BITS);
  const OF_PAIR = OF_TRUST + (1 << TRUST_BITS);
  const UNKNOWN = 1 << 31;
  const MOST_TIMES = 20;
  const MOST_TRUST = 15;
  const LOGISTIC = [
    1, 2, 4, 6, 10, 17, 27, 45, 74, 120, 194, 311, 488, 747, 1102, 1546, 2048, 2550, 2994, 3349, 3608, 3785, 3902, 3976,
    4022, 4051, 4069, 4079, 4086, 4090, 4092, 4094, 4094,
  ];
  /** By a path's steps below a one: the byte it leads to, or -1 where it goes on. */
  const ENDS = new Int16Array(1 << 13).fill(-1);
  const SQUASHED = new Int32Array(8192);
  const STRETCHED = new Int32Array(4096);
  const RATE = new Int32Array(MOST_TIMES + 1);
  const BROADER = new Int32Array(MOST_TIMES + 1);
  const CLOSER = new Int32Array(MOST_TIMES + 1);

  function squash(x) {
    const bounded = Math.max(-2047, Math.min(2047, x));
    const part = bounded & 127;
    const at = (bounded >> 7) + 16;
    return Math.max(1, Math.min(4095, (LOGISTIC[at] * (128 - part) + LOGISTIC[at + 1] * part + 64) >> 7));
  }

  (function () {
    let path = 1;
    for (const characters of BY_STEPS) {
      for (const c of characters) {
        if (c === '~') for (let other = 0; other < 256; other++) ENDS[(path << 8) | other] = other;
        else ENDS[path] = WRITTEN[c] || c.charCodeAt(0);
        path++;
      }
      path <<= 1;
    }
    for (let x = -4096; x < 4096; x++) SQUASHED[x + 4096] = squash(x);
    let from = 0;
    for (let x = -2047; x <= 2047; x++) {
      const p = squash(x);
      for (let i = from; i <= p; i++) STRETCHED[i] = x;
      from = Math.max(from, p + 1);
    }
    STRETCHED.fill(2047, from);
    for (let i = 0; i <= MOST_TIMES; i++) {
      RATE[i] = Math.floor(8192 / (2 * i + 3));
      BROADER[i] = 256 - Math.floor((128 * i) / (i + 2));
      CLOSER[i] = Math.floor((180 * i) / (i + 2));
    }
  })();

  const chances = new Int32Array(OF_PAIR + (1 << PAIR_BITS));
  const foretold = new Int32Array(1 << FORETOLD_BITS);

  const hash = (value) => Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);

  /** The first slot for the next steps after some were taken, after these bytes. */
  const row = (context, taken, bits) =>
    (hash((Math.imul(context, 0x2f0b4c47) + Math.imul(taken, 0x1e35a7bd)) | 0) >>> (36 - bits)) << 4;

  function learned(known, y) {
    const times = known & 31;
    let chance = known >>> 10;
    chance += Math.imul(((y === 1 ? 0x3fffff : 0) - chance) >> 6, RATE[times]) >> 6;
    return (chance << 10) | Math.min(times + 1, MOST_TIMES);
  }

  /** What ContextCoder.encode made of bytes, from `start` on. */
  class CodedBytes {
    constructor(coded, start) {
      chances.fill(UNKNOWN);
      foretold.fill(0);
      this.coded = coded;
      this.at = start;
      this.code = 0;
      this.low = 0;
      this.high = -1;
      this.history = 0;
      for (let i = 0; i < 4; i++) this.code = (this.code << 8) | coded[this.at++];
    }

    /** A yes (1) or no (0), foretold from two slots. */
    bit(broader, closer) {
      const first = chances[broader];
      const second = chances[closer];
      const times = second & 31;
      const sum =
        Math.imul(STRETCHED[first >>> 20], BROADER[times]) + Math.imul(STRETCHED[second >>> 20], CLOSER[times]);
      const middle = (this.low + Math.imul((this.high - this.low) >>> 12, SQUASHED[(sum >> 8) + 4096])) | 0;
      // both as numbers without a sign
      const y = (this.code ^ UNKNOWN) <= (middle ^ UNKNOWN) ? 1 : 0;
      if (y === 1) this.high = middle;
      else this.low = (middle + 1) | 0;
      while (((this.low ^ this.high) & 0xff000000) === 0) {
        this.low <<= 8;
        this.high = (this.high << 8) | 0xff;
        this.code = (this.code << 8) | (this.at < this.coded.length ? this.coded[this.at] : 0);
        this.at++;
      }
      chances[broader] = learned(first, y);
      chances[closer] = learned(second, y);
      return y;
    }

    byte() {
      const slot = hash(Math.imul(this.history, 0x2f0b4c47)) >>> (32 - FORETOLD_BITS);
      const known = foretold[slot];
      let trust = known >> 8;
      let right = false;
      if (trust > 0) {
        const pair = hash(((this.history & 0xff) << 8) | (known & 0xff)) >>> (32 - PAIR_BITS);
        right = this.bit(OF_TRUST + known, OF_PAIR + pair) === 1;
      }
      const byte = right ? known & 0xff : this.path();
      if (right) trust = Math.min(MOST_TRUST, trust + 1);
      else trust = trust > 3 ? (trust >> 1) - 1 : trust - 1;
      foretold[slot] = trust > 0 ? (trust << 8) | (known & 0xff) : (1 << 8) | byte;
      this.history = (this.history << 8) | byte;
      return byte;
    }

    /** The byte that the next steps lead to. */
    path() {
      let path = 1;
      while (true) {
        const two = row(this.history & 0xffff, path, AFTER_TWO_BITS);
        const one = AFTER_ONE + row(this.history & 0xff, path, AFTER_ONE_BITS);
        for (let place = 1; place < 16; ) {
          const y = this.bit(one + place, two + place);
          place = (place << 1) | y;
          path = (path << 1) | y;
          if (ENDS[path] >= 0) return ENDS[path];
        }
      }
    }
  }

  /** The first `lines` lines of what ContextCoder.encode made of `length` bytes. */
  function decode(coded, start, length, lines) {
    const bytes = new CodedBytes(coded, start);
    const out = new Uint8Array(length);
    let ended = 0;
    let size = 0;
    while (size < length && ended < lines) {
      out[size] = bytes.byte();
      if (out[size++] === 10) ended++;
    }
    return out.subarray(0, size);
  }

  // ---- The index (RootScript.java, IndexComposer.java, SegmentWriter.java, BlockWriter.java) ----

  /** A date in order as a number, as SegmentWriter.dayNumber: unknown months and days count as the first. */
  function dayNumber(iso) {
    const [year, month, day] = iso.split('-').map(Number);
    return (year * 12 + (month || 1) - 1) * 31 + (day || 1) - 1;
  }

  function gapBits(documents, holding) {
    return 31 - Math.clz32(Math.max(1, Math.floor((documents * 11) / (16 * holding))));
  }

  /** The first number from `from` to `to` for which `holds` is true, all after it holding too; else `to`. */
  function firstWhere(from, to, holds) {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Files of terms as the root lists them: the first entry's term and the name. */
  function readFiles(root) {
    const files = [];
    let last = '';
    for (let rest = root.number(); rest > 0; rest--) {
      const shared = root.number();
      last = last.slice(0, shared) + root.text();
      files.push({ term: last, name: root.name() });
    }
    return files;
  }

  /** What stands in the root as {bytes}, or the {name} of the file it stands in. */
  function readReference(root) {
    const length = root.number();
    if (length === 0) return { name: root.name() };
    root.at += length;
    return { bytes: root.bytes.subarray(root.at - length, root.at) };
  }

  /** A layer as the root lists it: the newest documents, or all others, in segments of {first, documents}. */
  function readLayer(root, segments) {
    const facets = [];
    for (let rest = root.number(); rest > 0; rest--) facets.push(readReference(root));
    const layer = { segments, facets, shards: readFiles(root), groupSize: root.number(), positions: [] };
    for (let rest = root.number(); rest > 0; rest--) layer.positions.push(readFiles(root));
    layer.spelling = readReference(root);
    return layer;
  }

  /** The group of segments whose positions are in the same files. */
  const groupOf = ({ groupSize }, { segment }) => Math.floor(segment / groupSize);

  /** The root's version that is read here: a browser may have kept this file or the root from an earlier build. */
  const VERSION = 5;

  /** The index behind its root; `load(name)` promises what the file of that name calls with. */
  class SearchIndex {
    constructor(packedRoot, load) {
      this.load = load;
      this.kept = new Map();
      const root = new ByteReader(unpack(packedRoot));
      if (root.number() !== VERSION) throw new Error('the search index is of another version');
      const segments = this.readSegments(root);
      this.years = [];
      let first = 0;
      for (let rest = root.number(); rest > 0; rest--) {
        const year = { year: root.number(), first, count: root.number() };
        first += year.count;
        this.years.push(year);
      }
      this.dated = first;
      this.layers = segments.map((own) => readLayer(root, own));
    }

    /** The segments of both layers; notes the blocks of headlines. */
    readSegments(root) {
      const layers = [[], []];
      this.blocks = [];
      this.documents = 0;
      for (let rest = root.number(); rest > 0; rest--) {
        const layer = layers[root.number()];
        const first = this.documents;
        for (let blocks = root.number(); blocks > 0; blocks--) {
          const name = root.name();
          const block = { name, first: this.documents, documents: root.number(), day: root.number() };
          this.documents += block.documents;
          this.blocks.push(block);
        }
        layer.push({ first, documents: this.documents - first });
      }
      return layers;
    }

    /** What `read` makes of a file, kept for as long as it is among the last hundred asked for. */
    file(name, read) {
      let kept = this.kept.get(name);
      if (kept === undefined) kept = this.load(name).then(read);
      else this.kept.delete(name);
      this.kept.set(name, kept);
      kept.catch(() => this.kept.delete(name));
      if (this.kept.size > 100) this.kept.delete(this.kept.keys().next().value);
      return kept;
    }

    /** What a reference stands for; BitReader may read three bytes beyond. */
    async bytesOf({ name, bytes }) {
      return bytes || unpack(await this.load(name));
    }

    /** The documents of a term, or null. */
    async postings(term) {
      const entries = await Promise.all(this.layers.map((layer) => this.entry(layer, term)));
      return together(term, entries.filter((entry) => entry !== null));
    }

    /** A term's entry in a layer, or null. */
    async entry(layer, term) {
      const found = await this.look(layer.shards, term);
      return found && readEntry(layer, found.file, found.at);
    }

    /** The {file} that has a term, and the place {at} which it stands there; null where none has it. */
    async look(files, term) {
      const number = firstWhere(0, files.length, (i) => files[i].term > term) - 1;
      if (number < 0) return null;
      const file = await this.file(files[number].name, readTermFile);
      const at = firstWhere(0, file.terms.length, (i) => file.terms[i] >= term);
      return file.terms[at] === term ? { file, at } : null;
    }

    /** All terms that begin with `prefix`, with their documents. */
    async withPrefix(prefix) {
      const found = new Map();
      await Promise.all(this.layers.map((layer) => this.entriesWithPrefix(layer, prefix, found)));
      return [...found].map(([term, entries]) => together(term, entries));
    }

    async entriesWithPrefix(layer, prefix, found) {
      const { shards } = layer;
      let number = Math.max(0, firstWhere(0, shards.length, (i) => shards[i].term > prefix) - 1);
      for (; number < shards.length; number++) {
        const shard = await this.file(shards[number].name, readTermFile);
        let at = firstWhere(0, shard.terms.length, (i) => shard.terms[i] >= prefix);
        for (; at < shard.terms.length && shard.terms[at].startsWith(prefix); at++) {
          const term = shard.terms[at];
          if (!found.has(term)) found.set(term, []);
          found.get(term).push(readEntry(layer, shard, at));
        }
        if (at < shard.terms.length) break;
      }
    }

    /**
     * Reads the positions of a term in the segments that hold one of `wanted`, sorted documents: sets `positions` to an
     * array by place in `documents`.
     */
    async readPositions(postings, wanted) {
      if (postings.positions === null) postings.positions = new Array(postings.documents.length);
      const reads = [];
      for (const entry of postings.entries) {
        if (entry.apart) {
          const unread = entry.parts.filter(({ from }) => postings.positions[from] === undefined);
          const groups = new Set(unread.filter((part) => isWanted(part, wanted)).map((part) => groupOf(entry.layer, part)));
          reads.push(...[...groups].map((group) => this.readPositionsApart(postings, entry, group)));
        } else if (postings.positions[entry.parts[0].from] === undefined) {
          const bits = new BitReader(entry.bytes, entry.positionsAt);
          for (const part of entry.parts) readPart(bits, postings, part);
        }
      }
      await Promise.all(reads);
    }

    async readPositionsApart(postings, { layer, parts }, group) {
      const { term } = postings;
      const { file: { bytes, starts }, at } = await this.look(layer.positions[group], term);
      const bits = new BitReader(bytes, starts[at]);
      for (const part of parts) if (groupOf(layer, part) === group) readPart(bits, postings, part);
    }

    /** The number of the block of headlines of a document. */
    blockOf(document) {
      return firstWhere(0, this.blocks.length, (i) => this.blocks[i].first > document) - 1;
    }

    async block(number, place = Infinity) {
      const { name, first, documents } = this.blocks[number];
      const file = await this.file(name, (packed) => ({ coded: unpack(packed), block: null }));
      if (file.block === null || file.block.records.length <= Math.min(place, documents - 1)) {
        file.block = readBlock(file.coded, first, place);
      }
      return file.block;
    }

    /** The record of a document, with the code of its text. */
    async recordIn(document) {
      const number = this.blockOf(document);
      const place = document - this.blocks[number].first;
      const { pairs, records } = await this.block(number, place);
      return { pairs, record: records[place] };
    }

    /** What is shown of a document: {document, headline, opening, kicker, place, section, url, date}. */
    async record(document) {
      const { record } = await this.recordIn(document);
      return { ...record, url: addressOf(record) };
    }

    /** The text of a document, a paragraph a line; `fetchRange`, where given, reads a part of a file. */
    async text(document, fetchRange) {
      const { pairs, record: { file, placeInFile, firstByte, textBytes } } = await this.recordIn(document);
      if (fetchRange && textBytes > 0) {
        const part = await fetchRange(file, 'backfileSearch("",["'.length + 12 + firstByte, textBytes);
        if (part !== null) return spelledOut(part.replace(/\\(.)/g, '$1'), pairs);
      }
      const texts = await this.file(file, readTexts);
      return spelledOut(texts[placeInFile], pairs);
    }

    /** The number of the first document whose date is on or after a day; undated ones have none. */
    firstOnOrAfter(iso) {
      return this.firstOnDay(dayNumber(iso));
    }

    async firstOnDay(day) {
      const after = firstWhere(0, this.blocks.length, (i) => this.blocks[i].day === 0 || this.blocks[i].day >= day);
      if (after === 0) return 0;
      const block = await this.block(after - 1);
      const { first } = this.blocks[after - 1];
      return first + firstWhere(0, block.records.length, (i) => {
        const { date } = block.records[i];
        return date === '' || dayNumber(date) >= day;
      });
    }

    /** For each document the number of its section in `names`, where the empty one is none; null where none has a section. */
    async sections() {
      if (this.layers.every((layer) => layer.facets.length === 0)) return null;
      const names = new Map([['', 0]]);
      const sections = new Uint16Array(this.documents);
      for (const { facets, segments } of this.layers) {
        const documents = segments.flatMap((own) => Array.from({ length: own.documents }, (_, i) => own.first + i));
        let at = 0;
        for (const reference of facets) {
          const bytes = await this.bytesOf(reference);
          const head = new ByteReader(bytes);
          const own = [];
          for (let rest = head.number(); rest > 0; rest--) {
            const section = head.text();
            if (!names.has(section)) names.set(section, names.size);
            own.push(names.get(section));
          }
          const count = head.number();
          const width = head.number();
          const bits = new BitReader(bytes, head.at * 8);
          for (let i = 0; i < count; i++) sections[documents[at++]] = own[bits.read(width)];
        }
      }
      return { names: [...names.keys()], sections };
    }
  }

  /** The entry of a term in a shard of a layer: in `parts`, the documents of each segment that holds it. */
  function readEntry(layer, shard, at) {
    const bits = new BitReader(shard.bytes, shard.starts[at]);
    const parts = [];
    let segment = -1;
    for (let rest = bits.gamma(); rest > 0; rest--) {
      segment += bits.gamma();
      parts.push(readDocuments(bits, segment, layer.segments[segment]));
    }
    return { layer, parts, apart: shard.marks[at] === 1, bytes: shard.bytes, positionsAt: bits.at };
  }

  function readDocuments(bits, segment, { first, documents: size }) {
    const holding = bits.gamma();
    const k = gapBits(size, holding);
    const usual = holding > 1 ? bits.read(3) : -1;
    const documents = new Int32Array(holding);
    const levels = new Uint8Array(holding);
    let document = first - 1;
    for (let i = 0; i < holding; i++) {
      document += bits.rice(k) + 1;
      documents[i] = document;
      levels[i] = holding > 1 && bits.read(1) === 1 ? usual : bits.read(3);
    }
    return { segment, first, size, documents, levels };
  }

  /** The entries of a term as one: {term, documents, levels, positions, entries}; null where there are none. */
  function together(term, entries) {
    if (entries.length === 0) return null;
    const parts = entries.flatMap((entry) => entry.parts).sort((a, b) => a.first - b.first);
    const count = parts.reduce((sum, part) => sum + part.documents.length, 0);
    const all = { term, documents: new Int32Array(count), levels: new Uint8Array(count), positions: null, entries };
    let from = 0;
    for (const part of parts) {
      part.from = from;
      all.documents.set(part.documents, from);
      all.levels.set(part.levels, from);
      from += part.documents.length;
    }
    return all;
  }

  /** Whether one of the sorted documents lies in the part's segment. */
  function isWanted({ first, size }, wanted) {
    const at = firstWhere(0, wanted.length, (i) => wanted[i] >= first);
    return at < wanted.length && wanted[at] < first + size;
  }

  const PAIR_CODES = '\x02\x03\x04\x05\x06\x07\b\t\v\f\x0e\x0f' +
    '\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f';

  /** The texts of a file: a list of strings as it is, or lines in the code of texts. */
  function readTexts(content) {
    return Array.isArray(content) ? content : readLines(unpack(content), Infinity);
  }

  /** The first lines of a file of lines in the code of texts. */
  function readLines(coded, count) {
    const head = new ByteReader(coded);
    const length = head.number();
    return new TextDecoder().decode(decode(coded, head.at, length, count)).split('\n');
  }

  /** A text with its pairs written out (PairCode.java), a paragraph a line. */
  function spelledOut(text, pairs) {
    return text.replace(/[\x01-\x09\x0b\x0c\x0e-\x1f\x7f]/g, (code) => {
      const at = PAIR_CODES.indexOf(code) * 2;
      return code === '\x01' ? '\n' : pairs.slice(at, at + 2);
    });
  }

  function readPart(bits, postings, part) {
    const k = bits.read(3) + 2;
    for (let i = part.from; i < part.from + part.documents.length; i++) {
      const positions = new Array(bits.gamma());
      let last = -1;
      for (let j = 0; j < positions.length; j++) {
        last += bits.boundedRice(k) + 1;
        positions[j] = last;
      }
      postings.positions[i] = positions;
    }
  }

  /** A file of TermFiles: its entries' terms in order, their marks, and the bits where they begin. */
  function readTermFile(packed) {
    const bytes = unpack(packed);
    const head = new ByteReader(bytes);
    const count = head.number();
    const dictionaryBytes = head.number();
    const bits = new BitReader(bytes, head.at * 8);
    const file = { bytes, terms: [], marks: [], starts: [] };
    let at = (head.at + dictionaryBytes) * 8;
    let last = '';
    for (let i = 0; i < count; i++) {
      last = bits.term(last);
      file.terms.push(last);
      file.marks.push(bits.read(1));
      file.starts.push(at);
      at += (bits.gamma() - 1) * 8;
    }
    return file;
  }

  /** A block's records, at least up to a place, and the code of their texts. */
  function readBlock(coded, first, place) {
    const lines = readLines(coded, place + 2);
    const [files, pairs, firstPlace, firstByte] = lines[0].split('\t');
    const records = lines.slice(1, -1).map((line, i) => readRecord(line.split('\t'), first + i));
    placeTexts(records, files.split(' '), Number(firstPlace), Number(firstByte));
    return { pairs, records };
  }

  function readRecord([headline, kicker, place, section, address, date, text], document) {
    const opening = headline.startsWith('\u0001');
    const title = opening ? headline.slice(1) : headline;
    const firstOfFile = text.startsWith('/');
    const textBytes = parseInt(firstOfFile ? text.slice(1) : text, 36) || 0;
    return { document, headline: title, opening, kicker, place, section, address, date, firstOfFile, textBytes };
  }

  /** Notes with each record where its text stands: the file, the place there among others, and the first byte. */
  function placeTexts(records, files, firstPlace, firstByte) {
    let at = 0;
    let place = firstPlace;
    let byte = firstByte;
    records.forEach((record, i) => {
      if (record.firstOfFile && i > 0) {
        at++;
        place = 0;
        byte = 0;
      }
      Object.assign(record, { file: files[at], placeInFile: place, firstByte: byte });
      place++;
      byte += record.textBytes + '","'.length;
    });
  }

  /** Where a record leads: what its date and headline foretell, and the rest. */
  function addressOf({ headline, opening, address, date }) {
    let guess = date === '' ? '' : date.replace(/-/g, '/') + '/';
    if (!opening) {
      for (const token of tokenize(headline)) if (token.kind === BASE) guess += token.term + '-';
    }
    return guess.slice(0, address.charCodeAt(0) - 35) + address.slice(1);
  }

  // ---- Queries ----

  const FIELDS = { headline: 'H', byline: 'B', place: 'P', section: 'S' };

  /** What a base token asks for: a term, or, for a character that pairs begin with, all terms that begin with it. */
  function elementsOf(tokens, prefix) {
    const bases = tokens.filter((token) => token.kind === BASE && !(token.run === 'end'));
    return bases.map((token, i) => ({
      term: prefix + token.term,
      open: token.run === 'single',
      exact: tokens.filter((other) => other.kind === EXACT && other.start === token.start).map((other) => other.term)[0],
      last: i === bases.length - 1,
    }));
  }

  /**
   * Reads what a reader typed: words, "phrases", -without, prefix*, field:word. Gives clauses {without, field, elements,
   * joined, quoted, text}; a document must hold all of those that are not `without` and none of those that are.
   */
  function parseQuery(query) {
    const clauses = [];
    const pattern = /(-?)(?:(headline|byline|place|section):)?(?:"([^"]*)"?|([^\s"]+))/giu;
    for (const [, minus, name, phrase, word] of query.matchAll(pattern)) {
      const field = name ? FIELDS[name.toLowerCase()] : '';
      const text = phrase === undefined ? word : phrase;
      const tokens = tokenize(text);
      const elements = elementsOf(tokens, field);
      if (elements.length === 0) continue;
      const joined = phrase === undefined && elements.length > 1
        ? tokens.find((token) => token.kind === JOINED && token.start === 0 && token.parts === elements.length)
        : undefined;
      if (phrase === undefined && /[^*]\*+$/.test(word)) elements[elements.length - 1].open = true;
      clauses.push({
        without: minus === '-', field, elements, quoted: phrase !== undefined, text,
        joined: joined && !elements[elements.length - 1].open ? field + joined.term : null,
      });
    }
    return clauses;
  }

  /** Places in `a` and `b`, both sorted, that hold the same number. */
  function common(a, b) {
    const both = [];
    if (a.length > b.length * 16) {
      for (const value of b) {
        const at = firstWhere(0, a.length, (i) => a[i] >= value);
        if (at < a.length && a[at] === value) both.push(value);
      }
      return both;
    }
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i] === b[j]) {
        both.push(a[i]);
        i++;
        j++;
      } else if (a[i] < b[j]) i++;
      else j++;
    }
    return both;
  }

  function intersect(lists) {
    const sorted = [...lists].sort((a, b) => a.length - b.length);
    return sorted.slice(1).reduce((held, list) => common(list, held), sorted[0]);
  }

  /** Those of the sorted documents that are not in the other sorted list. */
  function subtract(documents, others) {
    let at = 0;
    return documents.filter((document) => {
      while (at < others.length && others[at] < document) at++;
      return at === others.length || others[at] !== document;
    });
  }

  function union(lists) {
    if (lists.length === 1) return lists[0];
    const all = new Set();
    for (const list of lists) for (const document of list) all.add(document);
    return Int32Array.from(all).sort();
  }

  /** So many of the best are looked at for words near each other. */
  const NEARNESS = 500;

  /** What a rank's step is worth, from 0 to 1: w / (1.2 + w) for the middle w of each step of Ranking.java. */
  const WORTH = [0.24, 0.36, 0.44, 0.53, 0.62, 0.71, 0.8, 0.88];

  /** One or more terms that stand for the same thing: the documents of any. */
  class Alternatives {
    constructor(index, postings) {
      this.index = index;
      this.postings = postings.filter((each) => each !== null);
      this.documents = this.postings.length === 0 ? new Int32Array(0) : union(this.postings.map((p) => p.documents));
    }

    readPositions(wanted) {
      return Promise.all(this.postings.map((postings) => this.index.readPositions(postings, wanted)));
    }

    /** The positions in a document, sorted; to be read before. */
    positionsIn(document) {
      const all = [];
      for (const postings of this.postings) {
        const at = placeOf(postings, document);
        if (at >= 0 && postings.positions !== null && postings.positions[at]) all.push(postings.positions[at]);
      }
      if (all.length === 1) return all[0];
      return [...new Set(all.flat())].sort((a, b) => a - b);
    }

    get cheap() {
      const { length } = this.postings;
      return length > 0 && length <= 8 && this.postings.every(({ entries }) => entries.every((entry) => !entry.apart));
    }
  }

  function placeOf(postings, document) {
    const { documents } = postings;
    const at = firstWhere(0, documents.length, (i) => documents[i] >= document);
    return at < documents.length && documents[at] === document ? at : -1;
  }

  /** Runs one query on an index. */
  class Search {
    constructor(index, query) {
      this.index = index;
      this.query = query;
      this.clauses = parseQuery(query);
      this.found = new Map();
    }

    async alternatives(element) {
      const { index } = this;
      if (element.open) return new Alternatives(index, await index.withPrefix(element.term));
      return new Alternatives(index, [await index.postings(element.term)]);
    }

    /** The documents of a clause; notes in the clause what ranking needs of it. */
    async documentsOf(clause) {
      const [elements, joined, exact] = await Promise.all([
        Promise.all(clause.elements.map((element) => this.alternatives(element))),
        clause.joined ? this.index.postings(clause.joined) : null,
        Promise.all(clause.elements.map((element) => (element.exact && !clause.field ? this.index.postings(element.exact) : null))),
      ]);
      clause.parts = elements;
      clause.exact = exact.filter((postings) => postings !== null);
      clause.whole = joined ? new Alternatives(this.index, [joined]) : null;
      const inOrder = elements.length === 1 ? elements[0].documents : await this.inOrder(elements);
      clause.documents = joined ? union([inOrder, joined.documents]) : inOrder;
      return clause.documents;
    }

    /** The documents in which the elements stand one after another. */
    async inOrder(elements) {
      const candidates = intersect(elements.map((element) => element.documents));
      if (candidates.length === 0) return candidates;
      await Promise.all(elements.map((element) => element.readPositions(candidates)));
      return candidates.filter((document) => {
        let ends = elements[0].positionsIn(document);
        for (let i = 1; i < elements.length && ends.length > 0; i++) {
          ends = common(elements[i].positionsIn(document), ends.map((position) => position + 1));
        }
        return ends.length > 0;
      });
    }

    /**
     * All documents that match, in order: those from `lowest` (included) to `highest` (excluded). Of a query that only
     * excludes, all others; of an empty one all, of one without a word none.
     */
    async documents(lowest, highest) {
      const wanted = this.clauses.filter((clause) => !clause.without);
      const unwanted = this.clauses.filter((clause) => clause.without);
      const lists = await Promise.all([...wanted, ...unwanted].map((clause) => this.documentsOf(clause)));
      if (this.clauses.length === 0 && this.query.trim() !== '') return new Int32Array(0);
      let documents = wanted.length > 0
        ? intersect(lists.slice(0, wanted.length))
        : Int32Array.from({ length: this.index.documents }, (_, i) => i);
      for (const list of lists.slice(wanted.length)) documents = subtract(documents, list);
      const from = firstWhere(0, documents.length, (i) => documents[i] >= lowest);
      return documents.slice(from, firstWhere(from, documents.length, (i) => documents[i] >= highest));
    }

    /** The documents from `lowest` (included) to `highest` (excluded) whose dates lie between two ISO dates, '' for none. */
    async range(from, to) {
      const { index } = this;
      const lowest = from ? await index.firstOnOrAfter(from) : 0;
      if (!to) return [lowest, from ? index.dated : index.documents];
      const day = dayNumber(to);
      const parts = to.split('-').length;
      const after = day + (parts === 3 ? 1 : parts === 2 ? 31 : 372);
      return [lowest, await index.firstOnDay(after)];
    }

    /** Those of the documents that are in a section. */
    async inSection(documents, section) {
      const facets = await this.index.sections();
      const number = facets === null ? -1 : facets.names.indexOf(section);
      return documents.filter((document) => number >= 0 && facets.sections[document] === number);
    }

    /** The documents by relevance, best first; newer ones first among equals, undated ones last. */
    async byRelevance(documents) {
      const scores = new Float64Array(documents.length);
      const wanted = this.clauses.filter((clause) => !clause.without);
      for (const clause of wanted) {
        for (const part of clause.parts) for (const postings of part.postings) this.addWorth(scores, documents, postings, 1);
        if (clause.whole) this.addWorth(scores, documents, clause.whole.postings[0], 1);
        for (const postings of clause.exact) this.addWorth(scores, documents, postings, 0.5);
      }
      const order = this.bestFirst(documents, scores);
      const best = order.slice(0, NEARNESS).sort((a, b) => a - b);
      const bestScores = best.map((document) => scores[firstWhere(0, documents.length, (i) => documents[i] >= document)]);
      await this.addNearness(best, bestScores, wanted);
      return [...this.bestFirst(best, bestScores), ...order.slice(NEARNESS)];
    }

    /** The documents by score and age: one number stands for both, and so for the document, since numbers sort fastest. */
    bestFirst(documents, scores) {
      const { dated } = this.index;
      const keys = Float64Array.from(documents, (document, i) => {
        const age = document < dated ? dated - 1 - document : document;
        return Math.floor((4096 - scores[i]) * 2 ** 18) * 2 ** 22 + age;
      });
      return Array.from(keys.sort(), (key) => {
        const age = key % 2 ** 22;
        return age < dated ? dated - 1 - age : age;
      });
    }

    rarity(count) {
      return Math.log(1 + (this.index.documents - count + 0.5) / (count + 0.5));
    }

    addWorth(scores, documents, postings, share) {
      const rarity = this.rarity(postings.documents.length) * share;
      for (let i = 0, j = 0; i < documents.length && j < postings.documents.length;) {
        if (documents[i] === postings.documents[j]) scores[i++] += rarity * WORTH[postings.levels[j++]];
        else if (documents[i] < postings.documents[j]) i++;
        else j++;
      }
    }

    /** Adds to the scores of documents, in order, what words near each other are worth: in order and adjacent most. */
    async addNearness(documents, scores, wanted) {
      const parts = wanted.filter((clause) => !clause.quoted).flatMap((clause) => clause.parts).filter((part) => part.cheap);
      if (parts.length < 2 || documents.length < 2) return;
      await Promise.all(parts.map((part) => part.readPositions(documents)));
      for (let p = 1; p < parts.length; p++) {
        const rarity = Math.min(this.rarity(parts[p - 1].documents.length), this.rarity(parts[p].documents.length));
        documents.forEach((document, i) => {
          scores[i] += (rarity * 0.6) / nearest(parts[p - 1].positionsIn(document), parts[p].positionsIn(document));
        });
      }
    }
  }

  /** How far the nearest of two lists of positions are apart: 1 for one right after the other, one more if in wrong order. */
  function nearest(a, b) {
    let best = Infinity;
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      best = Math.min(best, b[j] > a[i] ? b[j] - a[i] : a[i] - b[j] + 1);
      if (a[i] < b[j]) i++;
      else j++;
    }
    return Math.max(1, best);
  }

  // ---- Snippets ----

  const SNIPPET = 240;

  /** The ranges of a text, [start, end] in order, that a query found; `seen` is what they were found by. */
  function marksIn(text, clauses) {
    const all = tokenize(text);
    const bases = all.filter((token) => token.kind === BASE && token.run !== 'end');
    const fits = (token, element, field) => {
      const term = element.term.slice(field.length);
      return element.open ? token.term.startsWith(term) : token.term === term;
    };
    const marks = [];
    clauses.forEach((clause, number) => {
      const { elements, field, joined } = clause;
      for (let i = 0; i + elements.length <= bases.length; i++) {
        if (elements.every((element, j) => fits(bases[i + j], element, field))) {
          marks.push({ start: bases[i].start, end: bases[i + elements.length - 1].end, number });
        }
      }
      const single = elements.length === 1 && !elements[0].open ? elements[0].term.slice(field.length) : null;
      for (const token of all) {
        const spelling = token.kind === JOINED && (token.term === single || field + token.term === joined);
        if (spelling || (joined && token.kind === BASE && field + token.term === joined)) {
          marks.push({ start: token.start, end: token.end, number });
        }
      }
    });
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
    const merged = [];
    for (const mark of marks) {
      const last = merged[merged.length - 1];
      if (last && mark.start < last.end) {
        last.end = Math.max(last.end, mark.end);
        last.seen.push(mark.number);
      } else merged.push({ start: mark.start, end: mark.end, seen: [mark.number] });
    }
    return merged;
  }

  /** Where the sentences of a paragraph begin. */
  function sentenceStarts(paragraph) {
    const starts = [0];
    for (let i = 0; i + 1 < paragraph.length; i++) {
      if ('。！？'.includes(paragraph[i])) starts.push(i + 1);
      else if ('.!?'.includes(paragraph[i]) && /\s/.test(paragraph[i + 1]) && i - starts[starts.length - 1] > 20) {
        starts.push(i + 2);
      }
    }
    return starts;
  }

  /**
   * The article's own words around what was found: {text, marks, before, after}, the last two telling whether the text
   * goes on there. The sentence that holds most of the query, and the next while there is room.
   */
  function snippetOf(text, clauses) {
    let best = { score: -1 };
    for (const paragraph of text.split('\n')) {
      const marks = marksIn(paragraph, clauses);
      if (marks.length === 0 && best.score >= 0) continue;
      const starts = sentenceStarts(paragraph);
      for (let i = 0; i < starts.length; i++) {
        const end = i + 1 < starts.length ? starts[i + 1] : paragraph.length;
        const within = marks.filter((mark) => mark.start >= starts[i] && mark.start < end);
        const score = new Set(within.flatMap((mark) => mark.seen)).size * 8 + Math.min(within.length, 7);
        if (score > best.score) best = { score, paragraph, marks, from: starts[i], first: within[0] };
      }
    }
    return cutSnippet(best);
  }

  function cutSnippet({ paragraph, marks, from, first }) {
    let start = from;
    if (first && first.end - start > SNIPPET * 0.7) {
      start = paragraph.lastIndexOf(' ', Math.max(from, first.start - 60)) + 1;
      if (start < first.start - 120) start = first.start;
    }
    let end = Math.min(paragraph.length, start + SNIPPET);
    if (end < paragraph.length) {
      const space = paragraph.lastIndexOf(' ', end);
      if (space > start + SNIPPET / 2) end = space;
    }
    return {
      text: paragraph.slice(start, end),
      marks: marks.filter((mark) => mark.start >= start && mark.end <= end)
        .map((mark) => ({ start: mark.start - start, end: mark.end - start })),
      before: start > 0,
      after: end < paragraph.length,
    };
  }

  // ---- Did you mean ----

  /** The edits (Damerau) between two words, or more than `most` where they are more. */
  function edits(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      before = last;
      last = row;
    }
    return last[b.length];
  }

  /** The known word nearest to an unknown one, the commonest of those as near; null where none is near. First letters are seldom mistyped. */
  async function nearestWord(index, word) {
    let best = null;
    let most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
    let common = 0;
    for (const { spelling } of index.layers) {
      const bytes = await index.bytesOf(spelling);
      const head = new ByteReader(bytes);
      const count = head.number();
      const bits = new BitReader(bytes, head.at * 8);
      let last = '';
      for (let i = 0; i < count; i++) {
        last = bits.term(last);
        const often = bits.gamma();
        const far = edits(word, last, most) + (word[0] === last[0] ? 0 : 1);
        if (far > 0 && (far < most || (far === most && (best === null || often > common)))) {
          best = last;
          most = far;
          common = often;
        }
      }
    }
    return best;
  }

  /** The query with its unknown words replaced by near ones, or null. */
  async function suggestion(index, query, clauses) {
    let better = query;
    for (const clause of clauses) {
      if (clause.without || !clause.parts) continue;
      for (let i = 0; i < clause.elements.length; i++) {
        if (clause.parts[i].documents.length > 0) continue;
        const word = clause.elements[i].term.slice(clause.field.length);
        const near = await nearestWord(index, word);
        if (near === null) continue;
        const token = tokenize(better).find((each) => each.kind === BASE && each.term === word);
        if (token) better = better.slice(0, token.start) + near + better.slice(token.end);
      }
    }
    return better === query ? null : better;
  }

  // ---- Answers ----

  /** What a reader asked for, as the address says it. */
  function readState(search) {
    const parameters = new URLSearchParams(search);
    const date = (name) => (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(parameters.get(name) || '') ? parameters.get(name) : '');
    const sort = parameters.get('sort');
    return {
      query: (parameters.get('q') || '').slice(0, 1000),
      from: date('from'),
      to: date('to'),
      section: parameters.get('section') || '',
      sort: sort === 'newest' || sort === 'oldest' ? sort : 'relevance',
      page: Math.max(1, Math.min(100000, parseInt(parameters.get('page'), 10) || 1)),
    };
  }

  /** The address of a state, without what is as usual. */
  function writeState(state) {
    const parameters = new URLSearchParams();
    parameters.set('q', state.query);
    for (const name of ['from', 'to', 'section']) if (state[name]) parameters.set(name, state[name]);
    if (state.sort !== 'relevance') parameters.set('sort', state.sort);
    if (state.page > 1) parameters.set('page', String(state.page));
    return '?' + parameters;
  }

  const isAsked = (state) => state.query.trim() !== '' || state.from !== '' || state.to !== '' || state.section !== '';

  /** All that answers a state: {documents, years, search, sectioned}; `years` counts by year whatever the dates asked for. */
  async function answer(index, state) {
    const search = new Search(index, state.query);
    let all = await search.documents(0, index.documents);
    const unsectioned = all;
    if (state.section) all = await search.inSection(all, state.section);
    const [lowest, highest] = await search.range(state.from, state.to);
    const within = (documents) => documents.filter((document) => document >= lowest && document < highest);
    const dated = state.from || state.to ? within(all) : all;
    const documents = state.sort === 'relevance' && search.clauses.some((clause) => !clause.without)
      ? await search.byRelevance(dated)
      : inTime(dated, index.dated, state.sort === 'oldest');
    return { search, documents, years: countYears(index, all), unfiltered: within(unsectioned) };
  }

  /** By date, undated ones last. */
  function inTime(documents, dated, oldestFirst) {
    const known = Array.from(documents).filter((document) => document < dated);
    const unknown = Array.from(documents).filter((document) => document >= dated);
    return (oldestFirst ? known : known.reverse()).concat(unknown);
  }

  function countYears(index, documents) {
    return index.years.map(({ year, first, count }) => {
      const from = firstWhere(0, documents.length, (i) => documents[i] >= first);
      const to = firstWhere(from, documents.length, (i) => documents[i] >= first + count);
      return { year, count: to - from };
    });
  }

  async function countSections(index, documents) {
    const facets = await index.sections();
    if (facets === null) return [];
    const counts = facets.names.map((name) => ({ name, count: 0 }));
    for (const document of documents) counts[facets.sections[document]].count++;
    return counts.filter(({ name, count }) => name !== '' && count > 0).sort((a, b) => b.count - a.count);
  }

  // ---- The search page (search.ftlh) ----

  const PAGE_SIZE = 10;

  /** In a row of fewer bars each has its year below it, else each fifth. */
  const ALL_TOLD = 13;

  /** More years in a row without hits are not shown one by one. */
  const LONG_GAP = 3;

  /** Loads files of the index by script tags: the one way that is open to a page on a disk. */
  function scriptLoader(folder) {
    const waiting = new Map();
    window.backfileSearch = (name, content) => {
      const wait = waiting.get(name);
      if (wait) wait.resolve(content);
    };
    return (name) => {
      const known = waiting.get(name);
      if (known) return known.promise;
      const wait = {};
      wait.promise = new Promise((resolve, reject) => Object.assign(wait, { resolve, reject }));
      waiting.set(name, wait);
      const script = document.createElement('script');
      const done = (error) => {
        waiting.delete(name);
        script.remove();
        wait.reject(error);
      };
      script.src = folder + name + '.js';
      script.onload = () => done(new Error(name + ' holds nothing'));
      script.onerror = () => done(new Error(name + ' cannot be read'));
      document.head.append(script);
      return wait.promise;
    };
  }

  /** Reads parts of files from a server that gives parts; null from a disk, where nothing but scripts can be read. */
  function rangeReader(folder) {
    if (!/^https?:$/.test(location.protocol)) return null;
    let works = true;
    return async (name, from, length) => {
      if (!works) return null;
      try {
        const response = await fetch(folder + name + '.js', { headers: { Range: `bytes=${from}-${from + length - 1}` } });
        works = response.status === 206;
        return works ? await response.text() : null;
      } catch (error) {
        works = false;
        return null;
      }
    };
  }

  class SearchPage {
    constructor(root) {
      this.root = root;
      this.load = scriptLoader(root + 'search/');
      this.fetchRange = rangeReader(root + 'search/');
      this.form = document.getElementById('search-form');
      this.language = document.documentElement.lang || 'en';
      this.title = document.title;
      this.run = 0;
    }

    async start() {
      this.form.hidden = false;
      this.form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.go(this.formState());
      });
      for (const name of ['sort', 'section']) {
        this.form.elements[name].addEventListener('change', () => this.go(this.formState()));
      }
      window.addEventListener('pagehide', () => history.replaceState({ scroll: window.scrollY }, ''));
      window.addEventListener('popstate', () => this.show(readState(location.search)));
      await this.show(readState(location.search));
    }

    part(name) {
      return document.getElementById('search-' + name);
    }

    say(key, ...values) {
      const message = document.querySelector(`[data-message="${key}"]`);
      return message.textContent.replace(/\{(\d)\}/g, (_, i) => String(values[i]));
    }

    number(value) {
      return new Intl.NumberFormat(this.language).format(value);
    }

    date(iso) {
      if (iso === '') return this.say('undated');
      const [year, month, day] = iso.split('-').map(Number);
      const date = new Date(Date.UTC(2000, (month || 1) - 1, day || 1));
      date.setUTCFullYear(year);
      const shown = { year: 'numeric', timeZone: 'UTC' };
      if (month) shown.month = 'long';
      if (day) shown.day = 'numeric';
      // the site's own dates have the day before the month
      return new Intl.DateTimeFormat(this.language === 'en' ? 'en-GB' : this.language, shown).format(date);
    }

    formState() {
      const value = (name) => this.form.elements[name].value.trim();
      const address = new URLSearchParams({
        q: value('q'), from: value('from'), to: value('to'), section: value('section'), sort: value('sort'),
      });
      return readState('?' + address);
    }

    /** Goes to a state as to a page of its own, so that the browser's back leads to the one before. */
    go(state) {
      const address = location.pathname + writeState(state);
      try {
        history.replaceState({ scroll: window.scrollY }, '');
        history.pushState({ scroll: 0 }, '', address);
      } catch (error) {
        // some browsers let no page on a disk write history
        location.href = writeState(state);
        return;
      }
      this.show(state);
    }

    fill(state) {
      document.title = state.query.trim() === '' ? this.title : `${state.query} – ${this.title}`;
      this.form.elements.q.value = state.query;
      this.form.elements.from.value = state.from;
      this.form.elements.to.value = state.to;
      this.form.elements.sort.value = state.sort;
      this.setSections([], state);
    }

    async show(state) {
      const run = ++this.run;
      const current = () => run === this.run;
      this.fill(state);
      if (!isAsked(state)) {
        this.clear('');
        return;
      }
      this.part('state').textContent = this.say('searching');
      this.part('results').setAttribute('aria-busy', 'true');
      try {
        await this.answer(state, current);
      } catch (error) {
        if (current()) this.clear(this.say('failed'));
        throw error;
      } finally {
        if (current()) this.part('results').setAttribute('aria-busy', 'false');
      }
    }

    clear(message) {
      for (const name of ['results', 'years', 'pages', 'instead']) this.part(name).replaceChildren();
      this.part('state').textContent = message;
    }

    async answer(state, current) {
      if (!this.index) this.index = this.load('root').then((packed) => new SearchIndex(packed, this.load));
      const index = await this.index.catch((error) => {
        this.index = null;
        throw error;
      });
      const found = await answer(index, state);
      if (!current()) return;
      const count = found.documents.length;
      const shown = { ...state, page: Math.max(1, Math.min(state.page, Math.ceil(count / PAGE_SIZE))) };
      this.part('instead').replaceChildren();
      this.part('state').textContent = count === 0 && state.query.trim() !== ''
        ? this.say('none', state.query)
        : this.say('count', this.number(count));
      this.showYears(found.years, state);
      this.showPages(count, shown);
      await this.showResults(index, found, shown, current);
      if (!current()) return;
      if (count === 0) await this.suggest(index, found.search, state, current);
      const sections = await countSections(index, found.unfiltered);
      if (current()) this.setSections(sections, state);
    }

    async showResults(index, { search, documents }, state, current) {
      const shown = Array.from(documents.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE));
      const records = await Promise.all(shown.map((document) => index.record(document)));
      if (!current()) return;
      const wanted = search.clauses.filter((clause) => !clause.without);
      const rows = records.map((record) => this.row(record, wanted));
      const list = this.part('results');
      list.start = (state.page - 1) * PAGE_SIZE + 1;
      list.replaceChildren(...rows.map((row) => row.item));
      if (history.state && history.state.scroll) window.scrollTo(0, history.state.scroll);
      const words = wanted.filter((clause) => clause.field === '');
      await Promise.all(records.map(async (record, i) => {
        const text = await index.text(record.document, this.fetchRange);
        if (current()) this.showSnippet(rows[i], record, snippetOf(text, words), text, words);
      }));
    }

    row(record, wanted) {
      const item = element('li');
      const title = element('a');
      title.href = this.root + encodePath(record.url);
      const named = wanted.filter((clause) => clause.field === '' || clause.field === 'H');
      if (record.opening) title.append(record.headline + ' …');
      else appendMarked(title, record.headline, marksIn(record.headline, named));
      const heading = element('h2');
      heading.dir = 'auto';
      heading.append(title);
      const note = element('p', 'note');
      const facts = [this.date(record.date), record.section, record.place].filter((fact) => fact !== '');
      note.append(facts.join(' · '));
      const snippet = element('p', 'snippet');
      snippet.dir = 'auto';
      if (record.kicker) item.append(textElement('p', 'kicker', record.kicker));
      item.append(heading, note, snippet);
      return { item, title, snippet };
    }

    showSnippet(row, record, snippet, text, words) {
      row.snippet.replaceChildren();
      if (snippet.before) row.snippet.append('… ');
      appendMarked(row.snippet, snippet.text, snippet.marks);
      if (snippet.after) row.snippet.append(' …');
      const found = new Set(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end)));
      const fragment = [...found].slice(0, 5).map((part) => 'text=' + encodeURIComponent(part).replace(/-/g, '%2D'));
      const joint = record.url.includes('#') ? ':~:' : '#:~:';
      if (fragment.length > 0) row.title.href = this.root + encodePath(record.url) + joint + fragment.join('&');
    }

    showYears(years, state) {
      const list = this.part('years');
      list.replaceChildren();
      const found = years.filter((year) => year.count > 0);
      if (found.length === 0) return;
      const most = Math.max(...found.map((year) => year.count));
      const shown = [];
      let next = found[0].year;
      for (const year of found) {
        if (year.year - next > LONG_GAP) shown.push(null);
        else for (; next < year.year; next++) shown.push({ year: next, count: 0 });
        shown.push(year);
        next = year.year + 1;
      }
      shown.forEach((year, i) => {
        if (year === null) {
          list.append(textElement('li', 'gap', '…'));
          return;
        }
        const bar = this.yearBar(year, most, state);
        bar.classList.toggle('told', !shown[i - 1] || shown.length < ALL_TOLD || year.year % 5 === 0);
        list.append(bar);
      });
      if (state.from !== '' || state.to !== '') {
        const item = element('li', 'all');
        item.append(this.link({ ...state, from: '', to: '', page: 1 }, this.say('all-years')));
        list.append(item);
      }
    }

    /** A year's bar; one with hits leads to them. */
    yearBar({ year, count }, most, state) {
      const item = element('li');
      const iso = String(year).padStart(4, '0');
      const bar = element('span', 'bar');
      bar.style.height = (count === 0 ? 0 : 4 + (56 * count) / most) + 'px';
      const column = count === 0 ? element('span', 'column') : this.link({ ...state, from: iso, to: iso, page: 1 });
      if (count > 0) {
        column.className = 'column';
        column.setAttribute('aria-label', this.say('year', String(year), this.number(count)));
        column.title = column.getAttribute('aria-label');
      }
      if (state.from !== '' && state.from.slice(0, 4) <= iso && (state.to === '' || state.to.slice(0, 4) >= iso)) {
        column.setAttribute('aria-current', 'true');
      }
      column.append(bar, textElement('span', 'year', String(year)));
      item.append(column);
      return item;
    }

    showPages(count, state) {
      const pages = Math.ceil(count / PAGE_SIZE);
      const nav = this.part('pages');
      nav.replaceChildren();
      if (pages < 2) return;
      const turn = (page, key, rel) => {
        const link = this.link({ ...state, page }, this.say(key));
        link.rel = rel;
        return link;
      };
      if (state.page > 1) nav.append(turn(state.page - 1, 'previous', 'prev'), ' ');
      nav.append(textElement('span', 'here', this.say('page', this.number(state.page), this.number(pages))));
      if (state.page < pages) nav.append(' ', turn(state.page + 1, 'next', 'next'));
    }

    /** A link to another state that is followed without leaving the page. */
    link(state, text) {
      const link = element('a');
      link.href = location.pathname + writeState(state);
      if (text) link.append(text);
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.go(state);
        this.part('state').focus();
        window.scrollTo(0, 0);
      });
      return link;
    }

    async suggest(index, search, state, current) {
      const better = await suggestion(index, state.query, search.clauses);
      if (better === null || !current()) return;
      const [before, after] = this.say('did-you-mean', '\u0000').split('\u0000');
      this.part('instead').replaceChildren(before, this.link({ ...state, query: better, page: 1 }, better), after);
    }

    setSections(sections, state) {
      const select = this.form.elements.section;
      const known = sections.some(({ name }) => name === state.section) || state.section === '';
      const any = select.options[0];
      const options = sections.slice(0, 200).map(({ name, count }) => new Option(`${name} (${this.number(count)})`, name));
      if (!known) options.unshift(new Option(state.section, state.section));
      select.replaceChildren(any, ...options);
      select.value = state.section;
    }
  }

  function element(name, className) {
    const made = document.createElement(name);
    if (className) made.className = className;
    return made;
  }

  function textElement(name, className, text) {
    const made = element(name, className);
    made.textContent = text;
    return made;
  }

  function appendMarked(parent, text, marks) {
    let at = 0;
    for (const { start, end } of marks) {
      parent.append(text.slice(at, start), textElement('mark', '', text.slice(start, end)));
      at = end;
    }
    parent.append(text.slice(at));
  }

  const encodePath = (path) => path.split(/([/#])/).map((part, i) => (i % 2 ? part : encodeURIComponent(part))).join('');

  if (typeof document === 'undefined') {
    globalThis.backfileSearchEngine = {
      tokenize, parseQuery, SearchIndex, Search, answer, countSections, readState, snippetOf, suggestion,
    };
  } else if (document.getElementById('search-form')) {
    new SearchPage(new URL('../', document.currentScript.src).href).start();
  }
})();
