/** The fake market: invented companies and postings, the same at every start. */
import type { CompanyCard, Education, EmploymentType, Experience, Job, Salary } from "../generated/types";
import { PLACES } from "./places";
import { key, seeded } from "./random";

const COMPANIES: [name: string, industry: string, size: CompanyCard["size"], introduction: string, contact: string][] =
  [
    ["纸鹞数据", "企业服务", "from100_to499", "给零售和制造企业做看得懂的数据产品。", "许未"],
    ["槐序零售", "零售", "from500_to999", "三十座城市的社区小店。", "宋知夏"],
    ["海岸线物流 Harborline", "物流", "over1000", "港口到门口的冷链。", "Mina Zhou"],
    ["北坞软件", "软件", "from20_to99", "写给设计师的工具，小团队，慢慢做。", "梁北"],
    ["鹿灯书局", "出版", "up_to19", "一年出四十本书。", "沈鹿"],
    ["拾星仪器", "仪器仪表", "from100_to499", "天文和医用光学仪器。", "江拾"],
    ["澄湖医信", "医疗信息", "from100_to499", "让病历在医院之间走得通。", "方澄"],
    ["半亩云", "云计算", "from20_to99", "托管在小机器上的云。", "田半亩"],
    ["云杉教育", "教育", "from20_to99", "给乡村学校的在线课堂。", "柳杉"],
    ["青砚设计", "设计", "up_to19", "品牌、字体与书籍。", "秦砚"],
  ];

const TITLES: [title: string, tags: string[], low: number, high: number][] = [
  ["数据分析师（增长方向）", ["SQL", "Python", "A/B 实验"], 18, 26],
  ["商业数据分析师", ["SQL", "Excel", "零售"], 15, 24],
  ["Data Analyst, Supply Chain", ["SQL", "Tableau", "English"], 20, 30],
  ["数据分析工程师", ["dbt", "Spark", "Python"], 22, 32],
  ["用户研究与数据分析", ["访谈", "问卷", "SPSS"], 13, 19],
  ["数据分析（校招 2027 届）", ["SQL", "培养计划"], 12, 16],
  ["前端工程师", ["TypeScript", "Svelte", "无障碍"], 20, 35],
  ["Rust 后端工程师", ["Rust", "PostgreSQL", "分布式"], 28, 45],
  ["产品经理（B 端）", ["需求", "原型", "沟通"], 18, 30],
  ["平面设计师", ["字体", "排版", "Figma"], 9, 15],
  ["门店店长", ["排班", "陈列"], 8, 12],
  ["Backend Engineer (Remote)", ["Go", "Kubernetes", "English"], 30, 50],
  ["嵌入式工程师", ["C", "RTOS", "光学"], 16, 28],
  ["文字编辑", ["选题", "校对"], 7, 11],
  ["护士长助理", ["护理", "排班"], 9, 13],
  ["仓储主管", ["WMS", "现场管理"], 10, 16],
];

const DESCRIPTION = `和增长、产品两个小组坐在一起，把「为什么」说清楚，再一起把它改好。

要做的事：
- 搭建注册到留存的漏斗，每周给产品与运营一份能直接做决定的结论。
- 与工程一起维护指标口径，写进文档，让同一个词只有一个算法。
- 设计并解读 A/B 实验；样本不够时敢于说「还不知道」。

希望你有：
- 熟练使用 SQL 与 Python，写过能被别人读懂的 notebook。
- 做过至少一个从提问到落地的分析项目，能讲清代价与收益。

我们给的：
- 双休，10:00–19:00，周五可以在家。
- 五险一金按实际工资缴，补充医疗。`;

const DESCRIPTION_EN = `You will sit with the planning team and answer one question a week, well.

What you will do:
- Own the weekly forecast and say how sure it is.
- Keep the definitions of our measures in one place, so that a word means one thing.
- Run experiments, and say "we do not know yet" when the sample is too small.

What we hope for:
- SQL and Python that other people can read.
- One project you took from question to change.`;

const EXPERIENCE: Experience[] = ["any", "graduate", "under1", "from1_to3", "from3_to5", "from5_to10", "over10"];
const EDUCATION: Education[] = ["any", "high_school", "associate", "bachelor", "master", "doctor"];
const DISTRICTS = [
  310104, 310104, 310104, 310112, 310105, 310115, 310106, 310110, 110108, 110105, 330106, 440305, 510100, 320100,
  6128581,
];
const STREETS: Record<number, string[]> = {
  310104: ["漕河泾", "田林", "滨江", "衡山路", "枫林"],
  310112: ["虹桥", "莘庄"],
  310105: ["中山公园"],
  310115: ["张江", "陆家嘴"],
};

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}

function salaryFor(index: number, low: number, high: number, random: () => number): Salary | null {
  if (index % 23 === 22) return null;
  if (index % 19 === 18) return { min: 3200, max: 4000, currency: "CNY", period: "hour", months: 12 };
  const shift = Math.round(random() * 4);
  return {
    min: (low + shift) * 100_000,
    max: (high + shift) * 100_000,
    currency: "CNY",
    period: "month",
    months: pick([12, 12, 13, 14, 16], random),
  };
}

export interface Market {
  jobs: Job[];
  companies: CompanyCard[];
}

/** Postings up to `now` (milliseconds). */
export function market(size: number, now: number): Market {
  const random = seeded(20_261_123);
  const companies: CompanyCard[] = COMPANIES.map(([name, industry, company_size, introduction], index) => ({
    id: key(1, index + 1),
    name,
    industry,
    size: company_size,
    introduction,
    verified: index !== 7,
    demo: true,
    open_jobs: 0,
  }));
  const jobs: Job[] = [];
  for (let index = 0; index < size; index += 1) {
    const [title, tags, low, high] = TITLES[index % TITLES.length] as (typeof TITLES)[number];
    const which = index < companies.length ? index : Math.floor(random() * companies.length);
    const company = companies[which] as CompanyCard;
    const district = index < 5 ? 310104 : pick(DISTRICTS, random);
    const centre = PLACES.find((place) => place.id === district)?.point ?? { lat: 31.2, lon: 121.4 };
    const remote = title.includes("Remote") || index % 17 === 16;
    const english = /^[A-Z]/.test(title) && !title.startsWith("Rust");
    const employment: EmploymentType =
      index % 19 === 18 ? "part_time" : index % 13 === 12 ? "internship" : index % 29 === 28 ? "contract" : "full_time";
    const hours = index < 3 ? index * 9 + 2 : Math.floor(index * 3.1 + random() * 20);
    company.open_jobs += index === 9 ? 0 : 1;
    jobs.push({
      id: key(2, index + 1),
      content: {
        title,
        description: english ? DESCRIPTION_EN : DESCRIPTION,
        salary: salaryFor(index, low, high, random),
        workplace: {
          place: district,
          address: pick(STREETS[district] ?? [""], random),
          point: { lat: centre.lat + (random() - 0.5) * 0.05, lon: centre.lon + (random() - 0.5) * 0.05 },
          remote,
        },
        employment_type: employment,
        experience: title.includes("校招") ? "graduate" : pick(EXPERIENCE, random),
        education: pick(EDUCATION, random),
        tags,
        form_contact: title.includes("校招") ? ["phone", "email"] : [],
      },
      state: index === 9 ? "closed" : "open",
      company,
      contact: COMPANIES[which]?.[4] ?? "",
      source: null,
      posted_at: (now - hours * 3_600_000) * 1000,
      updated_at: (now - hours * 3_600_000) * 1000,
      my_application: null,
    });
  }
  return { jobs, companies };
}
