"""Small records to search in."""

from __future__ import annotations

from generator.search.record import Concept, SearchRecord, SearchText


def record(
    name: str,
    *texts: tuple[str, str, str] | tuple[str, str, str, str],
    facets: tuple[tuple[str, str], ...] = (),
    kind: str = "projects",
) -> SearchRecord:
    """Return a record with texts as language, title, summary and perhaps body."""
    said = tuple(SearchText(*text) for text in texts)
    return SearchRecord(name, kind, f"{kind}/{name}", said, facets)


RECORDS = (
    record(
        "lading",
        (
            "en",
            "Electronic bills of lading",
            "Paper gives way to data.",
            "Carriers and banks agree.",
        ),
        ("zh", "电子提单", "让贸易单证变成数据。"),
        facets=(("pillar", "trade"), ("status", "open"), ("open", "yes")),
    ),
    record(
        "solar", ("en", "Solar pumps", "Water for farms in Kenya."), facets=(("pillar", "green"),)
    ),
    record("pump", ("ru", "Насосы на солнечной энергии", "Вода для ферм в Кении.")),
    record("customs", ("ar", "تيسير التجارة الإلكترونية", "المعلومات للجمارك والتجار.")),
    record("mark", ("th", "เครื่องหมายการค้า", "การคุ้มครองเครื่องหมายการค้าสำหรับผู้ประกอบการ")),
    record("khmer", ("km", "ពាណិជ្ជកម្មអេឡិចត្រូនិច", "ការកែច្នៃកាកសំណល់")),
    record("korea", ("ko", "전자상거래를 위한 지원", "중소기업의 국경 간 무역을 돕는다.")),
    record("hebrew", ("he", "הקלת הסחר", "מידע לסוחרים במכס.")),
    record("fiber", ("es", "Fibra óptica rural", "Conexión de 2030 escuelas.")),
    record("number", ("fa", "داده‌های باز", "برنامهٔ سال ۱۴۰۴ برای بنادر.")),
    record("viet", ("vi", "Thương mại điện tử", "Hỗ trợ doanh nghiệp nhỏ.")),
)
CONCEPTS = (
    Concept(
        "bill",
        (("en", "bill of lading"), ("zh", "提单"), ("ru", "коносамент"), ("ar", "سند الشحن")),
    ),
    Concept("KEN", (("en", "Kenya"), ("ru", "Кения"), ("zh", "肯尼亚"), ("ar", "كينيا"))),
)
