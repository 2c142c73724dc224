import type { Place } from "../generated/types";

type Row = [
  id: number,
  zh: string,
  en: string,
  pinyin: string,
  withinZh: string[],
  withinEn: string[],
  lat: number,
  lon: number,
];

const ROWS: Row[] = [
  [310000, "上海市", "Shanghai", "shanghai", [], [], 31.2304, 121.4737],
  [310104, "徐汇区", "Xuhui", "xuhui", ["上海市"], ["Shanghai"], 31.1885, 121.4365],
  [310112, "闵行区", "Minhang", "minhang", ["上海市"], ["Shanghai"], 31.1128, 121.3817],
  [310105, "长宁区", "Changning", "changning", ["上海市"], ["Shanghai"], 31.2204, 121.4246],
  [310115, "浦东新区", "Pudong", "pudong", ["上海市"], ["Shanghai"], 31.2215, 121.5447],
  [310106, "静安区", "Jing'an", "jingan", ["上海市"], ["Shanghai"], 31.2286, 121.4484],
  [310110, "杨浦区", "Yangpu", "yangpu", ["上海市"], ["Shanghai"], 31.2595, 121.526],
  [110000, "北京市", "Beijing", "beijing", [], [], 39.9042, 116.4074],
  [110108, "海淀区", "Haidian", "haidian", ["北京市"], ["Beijing"], 39.9593, 116.2983],
  [110105, "朝阳区", "Chaoyang", "chaoyang", ["北京市"], ["Beijing"], 39.9219, 116.4431],
  [330100, "杭州市", "Hangzhou", "hangzhou", ["浙江省"], ["Zhejiang"], 30.2741, 120.1551],
  [330106, "西湖区", "Xihu", "xihu", ["杭州市", "浙江省"], ["Hangzhou", "Zhejiang"], 30.2595, 120.1302],
  [440300, "深圳市", "Shenzhen", "shenzhen", ["广东省"], ["Guangdong"], 22.5431, 114.0579],
  [440305, "南山区", "Nanshan", "nanshan", ["深圳市", "广东省"], ["Shenzhen", "Guangdong"], 22.5329, 113.9305],
  [510100, "成都市", "Chengdu", "chengdu", ["四川省"], ["Sichuan"], 30.5728, 104.0668],
  [320100, "南京市", "Nanjing", "nanjing", ["江苏省"], ["Jiangsu"], 32.0603, 118.7969],
  [6128581, "纽约", "New York", "niuyue", ["美国"], ["United States"], 40.7143, -74.006],
];

export const PLACES: readonly Place[] = ROWS.map(([id, name_zh, name_en, , within_zh, within_en, lat, lon]) => ({
  id,
  name_zh,
  name_en,
  within_zh,
  within_en,
  point: { lat, lon },
}));

const CITIES = new Set([310000, 110000, 330100, 440300, 510100, 320100, 6128581]);

export function placesFind(text: string, limit: number): Place[] {
  const typed = text.trim().toLowerCase();
  const fits = (row: Row) =>
    typed === ""
      ? CITIES.has(row[0])
      : row[1].includes(typed) || row[2].toLowerCase().startsWith(typed) || row[3].startsWith(typed);
  const ids = new Set(ROWS.filter(fits).map((row) => row[0]));
  return PLACES.filter((place) => ids.has(place.id)).slice(0, limit);
}

export function place(id: number): Place | undefined {
  return PLACES.find((known) => known.id === id);
}

/** Kilometres between two points (haversine). */
export function kilometres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
