"""Makes the font files of this folder out of the full ones. README.md says how to run it."""

import subprocess
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FULL = Path(sys.argv[1])

# Characters of given names that GB2312 left out and that are common today: the title face sets names.
NAMES = "玥珺珅瑄璟堃喆赟翀晞昇珮瑀琤琨玘珩琬昉昳旸暐曈煊烜焱燊炜祎禛祯禔翊翛芃苒茜荞莀菀蔓薇蘅钏铖锜镕鋆鑫頔颀骁骐骞鸫麒麟龑"


def double_byte(codec, rows, cells):
    """All characters of the rows of a two-byte character set."""
    found = set()
    for row in rows:
        for cell in cells:
            try:
                found.add(bytes([row, cell]).decode(codec))
            except UnicodeDecodeError:
                pass
    return found


def ranges(*pairs):
    """All characters of the ranges, ends included."""
    return {chr(code) for first, last in pairs for code in range(first, last + 1)}


TRAIL = list(range(0xA1, 0xFF))
GB2312 = double_byte("gb2312", range(0xA1, 0xF8), TRAIL)
HANZI = {c for c in GB2312 if "\u4e00" <= c <= "\u9fff"}
# The 5,401 frequent traditional characters: names and companies of Hong Kong, Macao and Taiwan.
BIG5_FREQUENT = double_byte("big5", range(0xA4, 0xC7), list(range(0x40, 0x7F)) + TRAIL)
# What the Table of General Standard Chinese Characters (通用规范汉字表, 2013) has beyond GB2312.
GENERAL_TABLE = set((HERE / "general-table-extra.txt").read_text("utf-8").strip())
PUNCTUATION = ranges((0x2010, 0x2027), (0x2030, 0x205E), (0x3000, 0x303F), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
SYMBOLS = ranges(
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x2199), (0x2200, 0x22FF),
    (0x2460, 0x24FF), (0x25A0, 0x25FF), (0x2600, 0x266F),
)
LATIN = ranges(
    (0x20, 0x7E), (0xA0, 0x24F), (0x250, 0x2AF), (0x2B0, 0x2DD), (0x300, 0x36F), (0x1E00, 0x1EFF), (0xFB00, 0xFB04),
)
GREEK_CYRILLIC = ranges((0x370, 0x3FF), (0x400, 0x52F))
KANA = ranges((0x3040, 0x30FF))

SC = "@expo-google-fonts/noto-sans-sc/"
SERIF_SC = "@expo-google-fonts/noto-serif-sc/"
SANS = "@expo-google-fonts/source-sans-3/"
SERIF = "@expo-google-fonts/source-serif-4/"
LATIN_TEXT = LATIN | GREEK_CYRILLIC | PUNCTUATION | SYMBOLS

# File here, file there, characters, new family name (None keeps it).
FACES = [
    (
        "NotoSansSC-Regular.ttf",
        SC + "400Regular/NotoSansSC_400Regular.ttf",
        GB2312 | BIG5_FREQUENT | GENERAL_TABLE | LATIN | GREEK_CYRILLIC | KANA | PUNCTUATION | SYMBOLS,
        None,
    ),
    (
        "NotoSansSC-SemiBold.ttf",
        SC + "600SemiBold/NotoSansSC_600SemiBold.ttf",
        GB2312 | set(NAMES) | LATIN | KANA | PUNCTUATION,
        None,
    ),
    (
        "NotoSerifSC-Bold.ttf",
        SERIF_SC + "700Bold/NotoSerifSC_700Bold.ttf",
        HANZI | set(NAMES) | ranges((0x20, 0x7E), (0xB7, 0xB7)) | PUNCTUATION,
        None,
    ),
    # "Source" is a reserved font name: a changed version must carry another (OFL, condition 3).
    ("ZhituLatinSans-Regular.ttf", SANS + "400Regular/SourceSans3_400Regular.ttf", LATIN_TEXT, "Zhitu Latin Sans"),
    ("ZhituLatinSans-SemiBold.ttf", SANS + "600SemiBold/SourceSans3_600SemiBold.ttf", LATIN_TEXT, "Zhitu Latin Sans"),
    ("ZhituLatinSerif-Bold.ttf", SERIF + "700Bold/SourceSerif4_700Bold.ttf", LATIN_TEXT, "Zhitu Latin Serif"),
]


def rename(path, family):
    """Gives the font another family name, in every language it is named in."""
    font = TTFont(path, recalcTimestamp=False)
    style = path.stem.split("-")[1]
    names = {1: family, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}", 16: family}
    table = font["name"]
    # 7 is the trademark notice of the original; 25 a PostScript prefix that holds the original name.
    table.names = [n for n in table.names if n.nameID not in (7, 25) and not (n.nameID in names and n.nameID == 16)]
    for record in table.names:
        if record.nameID in names:
            record.string = names[record.nameID]
    table.setName(family, 16, 3, 1, 0x409)
    table.setName(style, 17, 3, 1, 0x409)
    font.save(path)


for name, source, characters, family in FACES:
    target = HERE / name
    text = "".join(sorted(characters))
    subprocess.run(
        [
            sys.executable, "-m", "fontTools.subset", str(FULL / source), f"--text={text}", f"--output-file={target}",
            "--no-hinting", "--notdef-outline", "--layout-features=kern,mark,mkmk,ccmp,locl,halt,chws,liga", "--name-IDs=*",
            "--drop-tables+=vhea,vmtx,STAT,gasp,prep,MVAR,avar,fvar",
        ],
        check=True,
    )
    if family:
        rename(target, family)
    print(f"{target.stat().st_size:>9} {name} {len(TTFont(target).getBestCmap())} characters")
