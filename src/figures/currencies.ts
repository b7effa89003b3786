/** Currencies by ISO 4217 code: how they are written in English and French, folded. */
const names: Readonly<Record<string, string>> = {
  USD: 'us dollars?|american dollars?|dollars? americains?|dollars? us|dollars?|usd|us\\$|\\$us|\\$ us|\\$',
  EUR: 'euros?|eur|€',
  GBP: 'pounds? sterling|livres? sterling|british pounds?|pounds?(?! of)|gbp|£',
  JPY: 'yens?|jpy|¥',
  CNY: 'yuans?|renminbi|rmb|cny',
  KRW: 'wons?|krw|₩',
  KHR: 'riels?|khr|៛',
  THB: 'bahts?|thb|฿',
  VND: 'dongs?|vnd|₫',
  LAK: 'kips?|lak|₭',
  MMK: 'kyats?|mmk',
  IDR: 'rupiahs?|roupies indonesiennes|idr',
  INR: 'indian rupees?|roupies? indiennes?|rupees?|roupies?|inr|₹',
  PKR: 'pakistani rupees?|roupies? pakistanaises?|pkr',
  PHP: 'philippine pesos?|pesos? philippins?|php|₱',
  MYR: 'ringgits?|myr',
  SGD: 'singapore dollars?|dollars? de singapour|singapour dollars?|sgd|s\\$',
  HKD: 'hong kong dollars?|dollars? de hong ?kong|hkd|hk\\$',
  TWD: 'taiwan(?:ese)? dollars?|dollars? taiwanais|twd|nt\\$',
  AUD: 'australian dollars?|dollars? australiens?|aud|a\\$',
  CAD: 'canadian dollars?|dollars? canadiens?|cad|c\\$',
  CHF: 'swiss francs?|francs? suisses?|chf',
  XAF: 'francs? cfa|cfa francs?|fcfa|xaf|xof',
  RUB: 'roubles?|rubles?|rub|₽',
  TRY: 'turkish lira|livres? turques?|lira|₺',
  BRL: 'reais|brl|r\\$',
  MXN: 'mexican pesos?|pesos? mexicains?|mxn',
  AED: 'dirhams?|aed',
  ZAR: 'rands?|zar',
  NGN: 'nairas?|ngn|₦',
  UAH: 'hryvnias?|uah|₴',
  PLN: 'zlotys?|pln',
  SEK: 'swedish krona|swedish kronor|couronnes? suedoises?|sek',
  ILS: 'shekels?|ils|₪',
  GNF: 'guinean francs?|francs? guineens?|gnf',
  CDF: 'congolese francs?|francs? congolais|cdf',
  RWF: 'rwandan francs?|francs? rwandais|rwf',
  MAD: 'moroccan dirhams?|dirhams? marocains?',
  DZD: 'algerian dinars?|dinars? algeriens?|dzd',
  TND: 'tunisian dinars?|dinars? tunisiens?|tnd',
  EGP: 'egyptian pounds?|livres? egyptiennes?|egp',
  KES: 'kenyan shillings?|shillings? kenyans?|kes',
  GHS: 'cedis?|ghs',
  ETB: 'birrs?|etb',
  SAR: 'saudi riyals?|riyals? saoudiens?',
  BDT: 'takas?|bdt',
  NPR: 'nepalese rupees?|roupies? nepalaises?|npr',
  LKR: 'sri lankan rupees?|roupies? sri-lankaises?|lkr',
  KZT: 'tenges?|kzt',
  COP: 'colombian pesos?|pesos? colombiens?',
  ARS: 'argentine pesos?|pesos? argentins?',
  CLP: 'chilean pesos?|pesos? chiliens?',
  BOB: 'bolivianos?',
  NOK: 'norwegian krone[r]?|couronnes? norvegiennes?|nok',
  DKK: 'danish krone[r]?|couronnes? danoises?|dkk',
  CZK: 'czech korunas?|couronnes? tcheques?|czk',
  HUF: 'forints?|huf',
  BTC: 'bitcoins?|btc|₿',
  USDT: 'usdt|tethers?',
}

const longestFirst = Object.entries(names)
  .flatMap(([code, forms]) => forms.split('|').map((form) => ({ code, form })))
  .sort((left, right) => right.form.length - left.form.length)

const all = longestFirst.map(({ form }) => form).join('|')

/** Before the digits: a symbol, or a code with or without a space. */
const beforePattern =
  /(?<![\p{L}\p{N}])((?:us|hk|nt|a|c|s|r)\$|\$us|[$€£¥₩៛฿₫₭₹₱₽₺₦₴₪₿]|(?:usd|eur|gbp|jpy|cny|rmb|krw|khr|thb|vnd|inr|myr|sgd|hkd|twd|aud|cad|chf|aed|zar|idr|php) ?) ?$/u
const afterPattern = new RegExp(`^(?: ?(?:de |d'|en |of )?)(${all})(?![\\p{L}\\p{N}])`, 'u')

const exact = longestFirst.map(({ code, form }) => ({ code, pattern: new RegExp(`^(?:${form})$`, 'u') }))

function codeOf(writing: string): string | undefined {
  return exact.find(({ pattern }) => pattern.test(writing.trim()))?.code
}

/** A currency found beside a number: its ISO code and how many folded characters it takes, space and "de" included. */
export type CurrencyBeside = { readonly code: string; readonly length: number }

/** The currency that ends a folded text: `us$`, `usd `, `€`. */
export function currencyBefore(before: string): CurrencyBeside | undefined {
  const match = beforePattern.exec(before.slice(-6))
  const code = match?.[1] === undefined ? undefined : codeOf(match[1])
  return match === null || code === undefined ? undefined : { code, length: match[0].length }
}

/** The currency that begins a folded text: ` dollars`, ` de wons`, `€`. */
export function currencyAfter(after: string): CurrencyBeside | undefined {
  const match = afterPattern.exec(after.slice(0, 40))
  const code = match?.[1] === undefined ? undefined : codeOf(match[1])
  return match === null || code === undefined ? undefined : { code, length: match[0].length }
}

/** True for a folded ISO 4217 code of the table. */
export function isCurrencyCode(folded: string): boolean {
  return names[folded.toUpperCase()] !== undefined
}
