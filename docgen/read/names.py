"""Names of persons: what looks like one, with the rank or degree that is printed before it."""

from __future__ import annotations

import re

from docgen.read.common_words import COMMON_WORDS
from docgen.read.syllables import is_syllable

#: family names (*họ*), of the Kinh and of other peoples
_FAMILIES_TEXT = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lương mai trương trịnh tô tạ
    thái phùng cao chu châu kiều lưu lâm mạc nghiêm quách sầm tăng tống triệu từ vương đào đàm điểu hà hứa khổng
    khuất la lã lại lữ mã nhữ ninh âu bạch bế biện cung cù danh diệp doãn đồng đậu giang giáp hàn hạ hàng kim liêu
    liễu lục ma mẫn mùa ngọ ngụy nhan nông ôn ông phí phó quàng quan sơn sùng tào thạch thân thiều tiêu tôn trà tiết
    thào thẩm ung uông vi viên vòng lò vàng giàng lầu cầm hầu lường lù bàn đèo ksor rơ siu nay rmah y a hờ thi bồ
    phương thượng quản trang đôn bá chung cái cấn chử cổ dư đường hồng huyền khúc kha khương lạc lai lăng lỗ lộ
    luyện mầu nhâm nhiếp phú phù sái sử tất tề thang thịnh thôi thường tiền tưởng tướng ứng vạn vìa vừ xa yên
"""
_FAMILIES = frozenset(_FAMILIES_TEXT.split())
#: ranks and degrees that may stand before a name
_RANK = re.compile(
    r"(?:(?:(?:PGS|GS|TSKH|TS|ThS|Ths|Th\.?\s?[sS]|BS\.?\s?CK\s?I{1,2}|Bs\.?\s?CK\s?I{1,2}|BS|Bs|CK\s?I{1,2}|CN|KS|KTS|"
    r"DS|LS|NGƯT|NGND|TTƯT|TTND|Ts|Ds|Cn|Ks)(?:[.,\s-]+))+"
    r"|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy|uý)\s+|(?:Luật|Tiến|Thạc|Bác|Dược|Kỹ)\s(?:sư|sĩ)\s+)$"
)
_WORDS = re.compile(r"[^\s]+")
_EDGES = "-–—.,:;*_'`\"()[]{}<>|=~»«/\\“”‘’•°^!?©®#+"


#: families that are not also common middle names: enough with one more word
_PLAIN_FAMILIES_TEXT = """
    nguyễn trần lê phạm phan vũ võ đặng bùi đỗ hồ ngô đinh huỳnh trương trịnh
"""
_PLAIN_FAMILIES = frozenset(_PLAIN_FAMILIES_TEXT.split())


def is_name(words: str, *, strict: bool = True) -> bool:
    """Whether the words, without rank, look like a Vietnamese personal name: known family name, real syllables.

    Not ``strict``: any letters, for a clean text, where a name may break the pattern of a syllable.
    """
    parts = words.split()
    if not 2 <= len(parts) <= 5 or parts[0].lower() not in _FAMILIES or words.lower() in COMMON_WORDS:
        return False
    if len(parts) == 2 and (strict or words.isupper()) and parts[0].lower() not in _PLAIN_FAMILIES:
        return False
    styles = {_style(part) for part in parts if len(part) > 1}
    sound = all(map(is_syllable, parts)) if strict else all(map(str.isalpha, parts))
    return len(styles) == 1 and "" not in styles and sound


def _style(word: str) -> str:
    """How a word is written: in capitals, with a capital, or otherwise (empty)."""
    if not word.isalpha():
        return ""
    return "upper" if word.isupper() else "title" if word[0].isupper() and word[1:].islower() else ""


def name_at_end(text: str, *, strict: bool = True) -> tuple[int, int] | None:
    """Start and end of the personal name, with its rank, that a text ends in; None where it ends in none.

    A word of the same style right before the name would belong to it: then it is none.
    """
    end = len(text.rstrip(_EDGES + " \t\u00a0"))
    words = [found.span() for found in _WORDS.finditer(text, 0, end)]
    for count in range(min(5, len(words)), 1, -1):
        start = words[-count][0]
        start += len(text[start:end]) - len(text[start:end].lstrip(_EDGES))
        if not is_name(text[start:end], strict=strict) or "\t" in text[start:end] or "  " in text[start:end]:
            continue
        rank = _RANK.search(text, 0, start)
        if rank:
            return rank.start(), end
        before = text[words[-count - 1][0] : start].strip() if count < len(words) else ""
        alone = start > words[-count][0] or not before[-1:].isalnum() or re.search(r"\s{2,}$|\t$", text[:start])
        if alone or (_style(before) != _style(text[start:end].split()[-1]) and not before.islower()):
            return start, end
    return None
