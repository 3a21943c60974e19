"""Capitals and small letters (C29): only what is wrong whoever reads it.

Each pattern names a place where no reading makes the letter right; what depends on meaning is left alone.
Source: NĐ 30/2020, PL II.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.check.findings import Finding
from docgen.check.subject import Subject
from docgen.check.words import SMALL, Flow, in_quotes, quoted

#: A word or a comma before: the place is inside a sentence.
_INSIDE = r"(?<=[" + SMALL + r"\d,;] )"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """A wrong letter: where it is found, how it is right, and what says so."""

    wrong: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    place: str
    message: str


def _lower(match: re.Match[str]) -> str:
    return match[0][:1].lower() + match[0][1:]


#: Fields of state work as offices bear them in their names; only the first syllable of each is a capital.
_FIELDS = (
    "Giáo Dục|Đào Tạo|Văn Hóa|Văn Hoá|Thể Thao|Du Lịch|Nội Vụ|Ngoại Vụ|Tài Chính|Nông Nghiệp|Môi Trường|Tài Nguyên"
    "|Khoa Học|Công Nghệ|Xây Dựng|Tư Pháp|Y Tế|Truyền Thông|Kế Hoạch|Đầu Tư|Xã Hội|Dân Tộc|Tôn Giáo|Lao Động"
)
#: Laws whose names hold a second capital now and then.
_LAWS = (
    "Tổ chức Chính quyền|Xử lý Vi phạm|Ban hành Văn bản|Thi đua, Khen thưởng|Bảo vệ Bí mật|Phòng, Chống|Đất Đai"
    "|Khiếu Nại|Tố Cáo|Viên Chức|Đầu Tư|Xây Dựng|Giáo Dục|Lưu Trữ|Ngân Sách|Giao dịch Điện tử"
)
#: Provinces and cities, whose names are those of no person and no event.
_PLACES = (
    "An Giang|Bà Rịa|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Dương|Bình Định|Bình Phước|Bình Thuận|Cà Mau"
    "|Cao Bằng|Cần Thơ|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh"
    "|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lạng Sơn|Lào Cai|Lâm Đồng"
    "|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh"
    "|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh"
    "|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Phan Thiết|Phan Rang|Nha Trang|Đà Lạt|Quy Nhơn|Pleiku|Cao Lãnh|Sa Đéc"
    "|Mỹ Tho|Rạch Giá|Tân An|Thủ Dầu Một|Biên Hòa|Vũng Tàu|Buôn Ma Thuột|Tuy Hòa|Hội An|Tam Kỳ|Đông Hà|Đồng Hới|Vinh"
    "|Hạ Long|Việt Trì|Phủ Lý"
)

_PATTERNS = (
    _Pattern(
        wrong=re.compile(
            _INSIDE
            + r"(?:Khoản \d+[a-zđ]?|Điểm [a-zđ]\d?)(?=,? (?:[Đđ]iều|[Kk]hoản|và|Mục|Phần|của|này|Luật|Nghị|Thông))"
        ),
        right=_lower,
        place="PL II, V.7",
        message="Viết thường “khoản”, “điểm” khi viện dẫn; chỉ viết hoa Phần, Chương, Mục, Tiểu mục, Điều.",
    ),
    _Pattern(
        wrong=re.compile(
            r"(?:(?<=khoản \d )|(?<=khoản \d, )|(?<=khoản \d\d )|(?<=[Kk]hoản \d và )|(?<=tại )|(?<=Căn cứ ))"
            r"điều \d+(?= (?:của |Luật|Nghị|Thông|Quyết|Bộ luật|Điều lệ|và)|[,;])"
        ),
        right=lambda match: "Đ" + match[0][1:],
        place="PL II, V.7",
        message="Viết hoa “Điều” khi viện dẫn điều của một văn bản cụ thể.",
    ),
    _Pattern(
        wrong=re.compile(
            r"(?:tầng lớp|quần chúng|đảng viên và|đảng viên, |phục vụ|đời sống|nguyện vọng|vận động|vận động, |toàn thể"
            r"|bà con|sức khỏe|sức khoẻ|phục vụ|lòng|trong|vào|cho|đến|với|của) nhân dân"
            r"(?! (?:tệ|xã|phường|cấp|các cấp|tỉnh|huyện|thành phố))"
        ),
        right=lambda match: match[0].replace("nhân dân", "Nhân dân"),
        place="PL II, V.1",
        message="Viết hoa “Nhân dân”.",
    ),
    _Pattern(
        wrong=re.compile(r"(?:Đảng và|Đảng,|Đảng ta và|chính sách của|pháp luật của|quy định của) nhà nước\b"),
        right=lambda match: match[0].replace("nhà nước", "Nhà nước"),
        place="PL II, V.1",
        message="Viết hoa “Nhà nước”.",
    ),
    _Pattern(
        wrong=re.compile(rf"\bBan chỉ đạo\b|{_INSIDE}Ban (?:chấp hành|thường vụ|kiểm tra)\b"),
        right=lambda match: f"Ban {match[0][4:].capitalize()}",
        place="PL II, IV.1.a",
        message="Viết hoa cả từ chỉ chức năng của cơ quan, tổ chức, như “Ban Chỉ đạo”, “Ban Kiểm tra”.",
    ),
    _Pattern(
        wrong=re.compile(r"\bBộ chính trị\b|\bBan (?:bí thư|kiểm soát)(?= (?:Trung ương|Hội|Quỹ|của))"),
        right=lambda match: re.sub("chính|bí|kiểm", lambda word: word[0].capitalize(), match[0]),
        place="PL II, IV.1.a",
        message="Viết hoa cả từ chỉ chức năng của cơ quan, tổ chức, như “Bộ Chính trị”, “Ban Kiểm soát”.",
    ),
    _Pattern(
        wrong=re.compile(r"\bBộ luật (?:dân sự|hình sự|lao động|hàng hải|tố tụng)\b"),
        right=lambda match: f"Bộ luật {match[0][8:].capitalize()}",
        place="PL II, V.6",
        message="Viết hoa âm tiết thứ nhất trong tên Bộ luật, như “Bộ luật Dân sự”.",
    ),
    _Pattern(
        wrong=re.compile(r"\b(?:Sở|Phòng|Bộ) Văn (?:hóa|hoá), thể thao\b"),
        right=lambda match: match[0].replace("thể", "Thể"),
        place="PL II, IV.1.a",
        message="Viết hoa chữ cái đầu của mỗi lĩnh vực hoạt động trong tên cơ quan.",
    ),
    _Pattern(
        wrong=re.compile(_INSIDE + r"Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)(?=,? (?:ngày|và)\b|[,;.)])"),
        right=lambda match: f"thứ {match[0][4:]}",
        place="PL II, V.8.c",
        message="Viết thường “thứ”, viết hoa tên ngày trong tuần, như “thứ Bảy”.",
    ),
    _Pattern(
        wrong=re.compile(r"(?:[ỦU][yỷ] ban|Hội đồng) Nhân dân|[ỦU][yỷ] Ban (?:Nhân|nhân) dân"),
        right=lambda match: "Hội đồng nhân dân" if match[0].startswith("Hội") else "Ủy ban nhân dân",
        place="PL II, IV.1.a",
        message="Viết “Ủy ban nhân dân”, “Hội đồng nhân dân”.",
    ),
    _Pattern(
        wrong=re.compile(
            r"(?:nhân dân|UBND|HĐND|ngành|Công an|[Ll]ãnh đạo) (?:Tỉnh|Huyện)(?![\w]| (?:[A-ZĐ]|ủy|uỷ|đội|đoàn))"
        ),
        right=lambda match: match[0].replace("Tỉnh", "tỉnh").replace("Huyện", "huyện"),
        place="PL II, III.1.a",
        message="Viết thường danh từ chung chỉ đơn vị hành chính (“tỉnh”, “huyện”) trong tên cơ quan.",
    ),
    _Pattern(
        wrong=re.compile(
            r"(?:(?<=điểm [a-zđ] )|(?<=khoản \d )|(?<=tại )|(?<=theo ))(?:phần|chương|mục|tiểu mục) (?:\d+|[IVX]+)"
            r"(?= (?:của )?(?:Luật|Nghị|Thông|Quyết|Bộ luật|Điều lệ|Công văn|Kế hoạch|Chỉ thị|Hướng dẫn|Phụ lục)\b)"
        ),
        right=lambda match: match[0][:1].upper() + match[0][1:],
        place="PL II, V.7",
        message="Viết hoa “Phần”, “Chương”, “Mục”, “Tiểu mục” khi viện dẫn một văn bản cụ thể.",
    ),
    _Pattern(
        wrong=re.compile(rf"Luật (?:{_LAWS})\b"),
        right=lambda match: _first_capital(match[0], 5),
        place="PL II, V.6",
        message="Chỉ viết hoa chữ cái đầu của tên loại và của âm tiết thứ nhất trong tên Luật.",
    ),
    _Pattern(
        wrong=re.compile(rf"\b(?:Bộ|Sở|Phòng)(?: (?:\S+ ){{0,5}}?)(?:{_FIELDS})\b"),
        right=lambda match: re.sub(_FIELDS, lambda field: field[0].capitalize(), match[0]),
        place="PL II, IV.1.a",
        message="Chỉ viết hoa chữ cái đầu của từ chỉ lĩnh vực hoạt động trong tên cơ quan.",
    ),
    _Pattern(
        wrong=re.compile(rf"(?<=[{SMALL}] )(?:Tỉnh|Huyện|Thị xã|Thị trấn|Xã|Phường) (?:{_PLACES})\b(?! [A-ZĐ])"),
        right=_lower,
        place="PL II, III.1.a",
        message="Viết thường danh từ chung chỉ đơn vị hành chính (“tỉnh”, “phường”) trước tên riêng.",
    ),
    _Pattern(
        wrong=re.compile(rf"(?<![{SMALL}.…])(?:[{SMALL}]{{3,}}|(?<= )[{SMALL}]{{2}})\. (?=[{SMALL}]{{2}})[{SMALL}]+"),
        right=lambda match: match[0].partition(" ")[0] + " " + match[0].partition(" ")[2].capitalize(),
        place="PL II, I",
        message="Viết hoa chữ cái đầu câu, sau dấu chấm.",
    ),
)


def _first_capital(text: str, start: int) -> str:
    """``text`` with no capital behind the first letter of the words that begin at ``start``."""
    return text[: start + 1] + text[start + 1 :].lower()


#: Words before units of an office, which belong to their names.
_UNIT = re.compile(rf"(?<=[{SMALL},;:] )(khoa|sở|chi cục) ([A-ZĐ]\S* \S+)")
#: What a full stop does not end: abbreviations, which are no sentence.
_SHORT = frozenset(
    {"vv", "tr", "st", "sđt", "ths", "ts", "gs", "pgs", "tp", "tx", "tt", "bs", "ks", "đt", "stt", "tel"}
)


def capitals(sheet: Subject) -> Iterator[Finding]:
    """C29: one finding for each kind of slip, at its first place, with the number of places."""
    texts = (sheet.wording, sheet.labels)
    for pattern in _PATTERNS:
        places = [(text, m) for text in texts for m in pattern.wrong.finditer(text.text) if _counts(text, m)]
        if places:
            text, match = places[0]
            yield _slip(sheet, text, match, pattern.right(match), pattern.place, pattern.message, len(places))


def units(sheet: Subject) -> Iterator[Finding]:
    """C29: a unit that is named with a capital elsewhere in the text."""
    text = sheet.wording
    places = [match for match in _UNIT.finditer(text.text) if _counts(text, match) and _named(text.text, match)]
    if places:
        match = places[0]
        right = match[0][:1].upper() + match[0][1:]
        message = f"Viết hoa từ chỉ loại hình trong tên cơ quan, đơn vị: “{right}”."
        yield _slip(sheet, text, match, right, "PL II, IV.1.a", message, len(places))


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether the same name stands elsewhere inside a sentence with a capital."""
    name = match[0].rstrip(".,;:")
    right = name[:1].upper() + name[1:]
    return re.search(rf"[{SMALL}\d,;:] {re.escape(right)}", text) is not None


def _slip(
    sheet: Subject, text: Flow, match: re.Match[str], right: str, place: str, message: str, times: int
) -> Finding:
    more = f" và {times - 1} chỗ khác" if times > 1 else ""
    return sheet.finding(
        "C29",
        place,
        text.at(match.start()),
        found=f"“{_around(text, match)}”{more}",
        expected=right,
        message=message,
    )


def _counts(text: Flow, match: re.Match[str]) -> bool:
    """Whether the words are the author's own: no column of a table, no quotation, no abbreviation before a stop."""
    paragraph = text.at(match.start())
    if paragraph is None or in_quotes(text.text, match.start()):
        return False
    if match[0].partition(".")[0] in _SHORT:
        return False
    return paragraph.cell is None or paragraph.cell.columns == 1 or not paragraph.cell.bordered


def _around(text: Flow, match: re.Match[str]) -> str:
    """The words in question, and a few behind them, all whole."""
    behind = text.text[match.end() :].split("\n")[0]
    cut = behind if len(behind) <= _BEHIND else behind[:_BEHIND].rpartition(" ")[0] + "…"
    return quoted(match[0] + cut, 90)


#: Letters that are quoted behind a slip.
_BEHIND = 25

RULES = (capitals, units)
