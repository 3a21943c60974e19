"""Made-up papers for the reader: clean, and as recognition of a bad scan leaves them."""

from __future__ import annotations

LETTER = """\
UBND TỈNH HẬU GIANG               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     SỞ XÂY DỰNG                       Độc lập - Tự do - Hạnh phúc

Số: 1207/SXD-QLN                  Vị Thanh, ngày 05 tháng 8 năm 2024
V/v rà soát nhà ở công vụ
    năm 2024

                 Kính gửi:
                            - Ủy ban nhân dân các huyện;
                            - Công ty Cấp nước Hậu Giang.

      Thực hiện Công văn số 88/UBND-KT ngày 01/7/2024 của Ủy ban nhân dân tỉnh về việc
rà soát nhà ở, Sở Xây dựng đề nghị các cơ quan báo cáo trước ngày 30/9/2024.
      Trân trọng./.

Nơi nhận:                                     KT. GIÁM ĐỐC
- Như trên;                                   PHÓ GIÁM ĐỐC
- Giám đốc Sở (để báo cáo);
- Lưu: VT, QLN.


                                             Phan Thị Thu Mẫu
"""

DECISION = """\
ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH NINH BÌNH                    Độc lập - Tự do - Hạnh phúc

Số:        /QĐ-UBND          Ninh Bình, ngày      tháng 3 năm 2025

                          QUYẾT ĐỊNH
          Về việc thành lập Tổ công tác chuyển đổi số
                       tỉnh Ninh Bình

          CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH BÌNH

      Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;
      Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về một cửa;
      Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 03 tháng 3 năm 2025.

                          QUYẾT ĐỊNH:

      Điều 1. Thành lập Tổ công tác chuyển đổi số tỉnh Ninh Bình.
      Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:                                     CHỦ TỊCH
- Như Điều 2;
- Lưu: VT, NC.

                                            Đặng Quốc Mẫu
"""

SCANNED = """\
=~ (`7 |
UỶ BAN NHÂN DÂN CỘNG HÒA XÃ HỌI CHÚ NGHĨA VIỆT NAM
TĨNH TIỀN GIANG Độc lập - Tự do - Hanh phúc
Số: 4# /TTr-UBND Tiền Giang, ngày {7 tháng 6 năm 2023
TÒ TRÌNH
Về việc đâu tư xây dựng trường mâm non
tại các xã biên giới
Kính gửi: Hội đồng nhân dân tỉnh
Căn cứ Luật Đất đai ngày 29/11/2013 và các quy định khác có liên quan, để bảo đảm
chỗ học cho trẻ em, Ủy ban nhân dân tỉnh kính trình Hội đồng nhân dân tỉnh xem xét./.
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như trên; ⁄ KT. CHỦ TỊCH
- Thường trực Tỉnh ủy; PHÓ CHỦ TỊCH
- Cổng TTĐT tỉnh; 2 \\{`
- Lưu: VT, KGVX.h12 Lê Hoàng Mẫu
"""

MINUTES = """\
ỦY BAN NHÂN DÂN XÃ LONG HÒA       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   BAN QUẢN LÝ CHỢ                     Độc lập - Tự do - Hạnh phúc

   Số: 04/BB-BQLC

                            BIÊN BẢN
                     Họp giao ban tháng 5

      Hôm nay, lúc 8 giờ ngày 12 tháng 5 năm 2024, tại trụ sở, Ban Quản lý chợ họp giao ban.
      Cuộc họp kết thúc vào 10 giờ cùng ngày./.

      THƯ KÝ                                   CHỦ TRÌ



   Võ Thị Mẫu                               Ngô Thanh Mẫu
"""

PARTY = """\
   TỈNH ỦY VĨNH LONG                       ĐẢNG CỘNG SẢN VIỆT NAM
     BAN DÂN VẬN
          *                            Vĩnh Long, ngày 14 tháng 7 năm 2022
   Số 210 -CV/BDVTU
V/v góp ý dự thảo quy chế

            Kính gửi: Các huyện ủy, thị ủy, thành ủy

      Ban Dân vận Tỉnh ủy gửi dự thảo Quy chế và đề nghị các đồng chí góp ý trước ngày 30/7/2022.

Nơi nhận:                                      K/T TRƯỞNG BAN
- Như trên,                                    PHÓ TRƯỞNG BAN
- Lưu Ban Dân vận.


                                             Trương Văn Mẫu
"""
