"""Words that stand on every paper in fixed form: type names, posts, heads of agency names, provinces.

Data only. Source of the type names: NĐ 30/2020, Điều 7 and PL III, I; Luật Ban hành văn bản quy phạm pháp luật.
"""

from __future__ import annotations

from docgen.read.folding import squeezed
from docgen.rules.types import ABBREVIATIONS

COUNTRY = "conghoaxahoichunghiavietnam"
MOTTO = "doclaptudohanhphuc"
#: what papers of the Party and the Youth Union print in the place of the country's name
PARTIES = ("dangcongsanvietnam", "doantncshochiminh", "doanthanhniencongsanhochiminh")

#: printed type name: abbreviation in the notation, empty where practice has none
KINDS = {
    **ABBREVIATIONS,
    "GIẤY ĐI ĐƯỜNG": "GĐĐ",
    "GIẤY BIÊN NHẬN": "GBN",
    "GIẤY XÁC NHẬN": "GXN",
    "GIẤY CHỨNG NHẬN": "GCN",
    "GIẤY CÔNG NHẬN": "GCN",
    "GIẤY PHÉP": "GP",
    "PHIẾU TRÌNH": "PT",
    "PHIẾU YÊU CẦU": "PYC",
    "PHIẾU ĐĂNG KÝ": "",
    "THƯ CÔNG": "",
    "THƯ CHÚC MỪNG": "",
    "THƯ KÊU GỌI": "",
    "THƯ KHEN": "",
    "THƯ THĂM HỎI": "",
    "THƯ CẢM ƠN": "",
    "THƯ CHIA BUỒN": "",
    "THƯ MỜI": "TM",
    "THƠ MỜI": "TM",
    "LUẬT": "L",
    "BỘ LUẬT": "BL",
    "PHÁP LỆNH": "PL",
    "LỆNH": "L",
    "NGHỊ ĐỊNH": "NĐ",
    "THÔNG TƯ": "TT",
    "THÔNG TƯ LIÊN TỊCH": "TTLT",
    "NGHỊ QUYẾT LIÊN TỊCH": "NQLT",
    "SẮC LỆNH": "SL",
    "KẾT LUẬN": "KL",
    "QUY TRÌNH": "QT",
    "NỘI QUY": "NQ",
    "ĐIỀU LỆ": "",
    "TRÍCH BIÊN BẢN": "BB",
    "BẢN CAM KẾT": "",
    "BẢN THANH LÝ HỢP ĐỒNG": "",
    "BẢNG ĐỀ NGHỊ": "ĐN",
    "BẢNG ĐĂNG KÝ": "",
    "BẢN ĐĂNG KÝ": "",
    "BẢNG KÊ": "",
    "GIẤY ĐỀ NGHỊ": "",
    "ĐƠN ĐỀ NGHỊ": "",
    "DANH SÁCH": "DS",
    "LỊCH CÔNG TÁC": "",
    "THÔNG TRI": "TT",
    "CHƯƠNG TRÌNH HÀNH ĐỘNG": "CTr",
    "CHƯƠNG TRÌNH PHỐI HỢP": "CTPH",
    "HỢP ĐỒNG TRÁCH NHIỆM": "HĐ",
    "KẾ HOẠCH HOẠT ĐỘNG": "KH",
    "KẾ HOẠCH PHỐI HỢP": "KHPH",
    "THỎA THUẬN": "TT",
    "SAO Y": "SY",
    "SAO LỤC": "SL",
    "TRÍCH SAO": "TrS",
}

#: words that a printed type name may begin with, where the whole name is not in the table
KIND_HEADS = ("phieu", "bang", "ban", "giay", "don", "danh sach", "lich", "thu", "tho", "hop dong", "trich", "de cuong")
#: the same with their marks: under the date of a clean text they tell a title from the name of an office
TITLE_HEADS = ("PHIẾU ", "BẢNG ", "BẢN ", "GIẤY ", "ĐƠN ", "DANH SÁCH ", "LỊCH ", "THƯ ", "HỢP ĐỒNG ", "ĐỀ CƯƠNG ")

#: heads of names of bodies: where one begins a line, a new body begins
BODY_HEADS = (
    "ủy ban", "uỷ ban", "ubnd", "hđnd", "hội đồng", "bộ", "sở", "cục", "chi cục", "tổng cục", "vụ", "viện",
    "trường", "phòng", "ban", "văn phòng", "công an", "trung tâm", "bệnh viện", "học viện", "đại học", "hội",
    "hiệp hội", "liên đoàn", "liên hiệp", "liên minh", "đảng ủy", "đảng bộ", "tỉnh ủy", "thành ủy", "huyện ủy",
    "quận ủy", "thị ủy", "chi bộ", "đoàn", "quỹ", "công ty", "tổng công ty", "tập đoàn", "ngân hàng", "kho bạc",
    "thanh tra", "tòa án", "toà án", "viện kiểm sát", "bảo hiểm", "báo", "đài", "nhà", "trạm", "xí nghiệp",
    "hợp tác xã", "câu lạc bộ", "tổ", "đội", "khoa", "chính phủ", "thủ tướng", "chủ tịch nước", "quốc hội",
    "mặt trận", "bưu điện", "điện lực", "thông tấn xã", "kiểm toán", "bộ chỉ huy", "bộ tư lệnh", "quân khu",
    "ban chỉ huy", "trung đoàn", "sư đoàn", "thư viện", "bảo tàng", "vườn", "khu", "cơ quan", "dự án", "nhóm",
    "hạt", "chi nhánh", "gara", "xã đoàn", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "công đoàn", "hải quan", "thuế",
)  # fmt: skip

#: a line of a body's name that ends so goes on in the next line
CONNECTIVES = ("và", "của", "các", "về", "tại", "cho", "với", "thuộc", "-", "–")

POSITIONS = (
    "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC", "HIỆU TRƯỞNG",
    "PHÓ HIỆU TRƯỞNG", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "CHÁNH VĂN PHÒNG",
    "PHÓ CHÁNH VĂN PHÒNG", "CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG",
    "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG", "VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG",
    "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA", "BÍ THƯ", "PHÓ BÍ THƯ",
    "PHÓ BÍ THƯ THƯỜNG TRỰC", "VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "TRƯỞNG KHOA", "PHÓ TRƯỞNG KHOA", "CHÁNH ÁN",
    "PHÓ CHÁNH ÁN", "TRƯỞNG CÔNG AN", "PHÓ TRƯỞNG CÔNG AN", "CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "TỔNG THANH TRA",
    "PHÓ TỔNG THANH TRA", "TỔNG BÍ THƯ", "CHỦ TỊCH NƯỚC", "THỐNG ĐỐC", "PHÓ THỐNG ĐỐC", "CHỈ HUY TRƯỞNG",
    "PHÓ CHỈ HUY TRƯỞNG", "TƯ LỆNH", "PHÓ TƯ LỆNH", "CHÍNH ỦY", "TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN", "TRƯỞNG TRẠM",
    "ĐỘI TRƯỞNG", "TỔ TRƯỞNG", "THƯ KÝ", "CHỦ TRÌ", "CHỦ TỌA", "CHỦ TOẠ", "ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B",
    "ĐẠI DIỆN", "NGƯỜI LẬP", "NGƯỜI GHI BIÊN BẢN", "KẾ TOÁN", "KẾ TOÁN TRƯỞNG", "THỦ TRƯỞNG ĐƠN VỊ",
    "TỔNG BIÊN TẬP", "PHÓ TỔNG BIÊN TẬP", "HỘI TRƯỞNG", "TỔNG THƯ KÝ", "ỦY VIÊN", "ỦY VIÊN THƯ KÝ",
    "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "PHÓ CHỦ TỊCH PHỤ TRÁCH", "TRƯỞNG TIỂU BAN", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC",
    "PHÓ TRƯỞNG BAN CHỈ ĐẠO", "CHỦ TỊCH HỘI ĐỒNG", "PHÓ CHỦ TỊCH HỘI ĐỒNG", "KIỂM TOÁN TRƯỞNG", "ĐOÀN TRƯỞNG",
    "TỔNG KIỂM TOÁN NHÀ NƯỚC", "PHÓ TỔNG KIỂM TOÁN NHÀ NƯỚC", "HẠT TRƯỞNG", "TRUNG ĐOÀN TRƯỞNG",
)  # fmt: skip

#: who heads an office, by the first words of its name
HEADS = {
    "ỦY BAN": "CHỦ TỊCH",
    "UBND": "CHỦ TỊCH",
    "SỞ": "GIÁM ĐỐC",
    "CHI CỤC": "CHI CỤC TRƯỞNG",
    "CỤC": "CỤC TRƯỞNG",
    "TRƯỜNG": "HIỆU TRƯỞNG",
    "TRUNG TÂM": "GIÁM ĐỐC",
    "BỆNH VIỆN": "GIÁM ĐỐC",
    "HỌC VIỆN": "GIÁM ĐỐC",
    "VIỆN": "VIỆN TRƯỞNG",
    "BỘ": "BỘ TRƯỞNG",
}

#: whose right is named after TM.
COLLECTIVES = (
    "ỦY BAN NHÂN DÂN", "UBND", "CHÍNH PHỦ", "HỘI ĐỒNG NHÂN DÂN", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "THƯỜNG TRỰC",
    "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "BAN CHỈ ĐẠO", "HỘI ĐỒNG", "BAN", "TẬP THỂ", "ĐOÀN CHỦ TỊCH", "BAN THƯỜNG TRỰC",
    "HỘI ĐỒNG QUẢN LÝ", "HỘI ĐỒNG QUẢN TRỊ", "ỦY BAN", "BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "QUỐC HỘI", "BAN GIÁM ĐỐC",
)  # fmt: skip

PROVINCES = (
    "An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định",
    "Bình Dương", "Bình Phước", "Bình Thuận", "Cà Mau", "Cần Thơ", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Đắk Nông",
    "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
    "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lâm Đồng",
    "Lạng Sơn", "Lào Cai", "Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên",
    "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh",
    "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Hồ Chí Minh", "Trà Vinh",
    "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái", "Hà Tây", "Minh Hải", "Nghĩa Bình", "Phan Thiết",
    "Vị Thanh", "Rạch Giá", "Sa Đéc", "Cao Lãnh", "Đà Lạt", "Nha Trang", "Vinh", "Huế", "Biên Hòa", "Mỹ Tho",
)  # fmt: skip

#: names and words of offices, for the mending of misread agency names
AGENCY_PHRASES = (
    "ủy ban nhân dân", "ubnd tỉnh", "ubnd huyện", "hội đồng nhân dân", "ủy ban", "nhân dân",
    "sở y tế", "sở nội vụ", "sở tư pháp",
    "sở tài chính", "sở xây dựng", "sở công thương", "sở giáo dục và đào tạo", "bộ giáo dục và đào tạo",
    "giáo dục và đào tạo", "kế hoạch và đầu tư", "khoa học và công nghệ", "thông tin và truyền thông",
    "tài nguyên và môi trường", "nông nghiệp và môi trường", "nông nghiệp và phát triển nông thôn",
    "lao động - thương binh và xã hội", "văn hóa, thể thao và du lịch", "giao thông vận tải", "dân tộc và tôn giáo",
    "bộ y tế", "bộ nội vụ", "bộ tư pháp", "bộ tài chính", "bộ xây dựng", "bộ công an", "bộ quốc phòng",
    "bộ ngoại giao", "bộ công thương", "văn phòng", "thanh tra", "công an tỉnh", "chi cục", "tổng cục",
    "an toàn vệ sinh thực phẩm", "vệ sinh thực phẩm", "an toàn", "vệ sinh", "thực phẩm", "an toàn thực phẩm",
    "trung tâm", "bệnh viện đa khoa", "bệnh viện", "đa khoa", "trường đại học", "trường cao đẳng",
    "trường trung học phổ thông", "trung học phổ thông", "trung học cơ sở", "trường tiểu học", "mầm non",
    "học viện", "viện kiểm sát", "tòa án", "ban chỉ đạo", "ban quản lý", "hội đồng", "quản lý", "dự án",
    "đầu tư", "xây dựng", "phát triển", "nông thôn", "môi trường", "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy",
    "thành phố", "thị xã", "thị trấn", "huyện", "phòng", "ban tổ chức", "ban tuyên giáo", "dân vận", "liên đoàn",
    "lao động", "liên hiệp", "phụ nữ", "nông dân", "cựu chiến binh", "chữ thập đỏ", "mặt trận tổ quốc việt nam",
    "đoàn thanh niên", "hồ chí minh", "bảo hiểm xã hội", "kho bạc nhà nước", "ngân hàng nhà nước", "chính phủ",
    "thủ tướng chính phủ", "văn phòng chính phủ", "quốc hội", "chủ tịch", "việt nam", "y tế", "y tế dự phòng",
    "dự phòng", "khoa học", "kỹ thuật", "công nghệ", "kinh tế", "nghiệp vụ", "đăng ký", "sức khỏe", "sinh sản",
)  # fmt: skip

#: squeezed type name to printed type name
KINDS_SQUEEZED = {squeezed(kind): kind for kind in KINDS}
#: squeezed post to printed post
POSITIONS_SQUEEZED = {squeezed(position): position for position in POSITIONS}
PROVINCES_SQUEEZED = {squeezed(name): name for name in PROVINCES}
