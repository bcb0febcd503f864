"""What every document needs, loaded once: the server that workers are forked from imports this module.

A new worker then begins with words, patterns and models in memory that it shares with the others, instead of loading
them for two to three seconds of its own.
"""

from __future__ import annotations

import contextlib
import gc
import tempfile
from pathlib import Path

from pipeline.errors import KehoachError
from pipeline.run import parse

# a few lines for each stage that loads something when it is first asked
_PLAN = """ỦY BAN NHÂN DÂN
TỈNH A
Số: 1/KH-UBND
A, ngày 1 tháng 1 năm 2024
KẾ HOẠCH
Thực hiện nhiệm vụ năm 2024

I. MỤC TIÊU

- Tỷ lệ hộ nghèo còn 5%.

II. NHIỆM VỤ

- Tổ tự quản phối hợp với nhóm nòng cốt của thôn dọn vệ sinh trước ngày 15/12/2024.

III. TỔ CHỨC THỰC HIỆN

1. Sở Y tế chủ trì, phối hợp với Hội Làm vườn và trang trại tỉnh báo cáo.
"""


def load() -> None:
    """Read and understand a small plan. What goes wrong here would go wrong with each document, and is told there."""
    with contextlib.suppress(KehoachError, OSError), tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.txt"
        path.write_text(_PLAN, encoding="utf-8")
        parse(path)
    # what was loaded stays: collecting it would copy the pages of memory that workers share
    gc.collect()
    gc.freeze()


load()
