"""Words for generated records, by language; about nothing in particular."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zh": ("电子提单试点", "绿色港口培训", "可再生能源数据平台", "中小企业在线展厅"),
        "en": (
            "Pilot of electronic bills of lading",
            "Training for green ports",
            "Data platform for renewable energy",
            "Online showroom for small firms",
        ),
        "fr": ("Projet pilote de connaissements électroniques", "Formation aux ports verts"),
        "es": ("Piloto de conocimientos de embarque electrónicos", "Formación para puertos verdes"),
        "ru": ("Пилотный проект электронных коносаментов", "Обучение для зелёных портов"),
        "ar": ("مشروع تجريبي لسندات الشحن الإلكترونية", "تدريب للموانئ الخضراء"),
        "sr": ("Пробни пројекат електронских товарних листова", "Обука за зелене луке"),
        "km": ("គម្រោងសាកល្បងប័ណ្ណដឹកជញ្ជូនអេឡិចត្រូនិក", "ការបណ្តុះបណ្តាលសម្រាប់កំពង់ផែបៃតង"),
        "th": ("โครงการนำร่องใบตราส่งสินค้าอิเล็กทรอนิกส์", "การฝึกอบรมสำหรับท่าเรือสีเขียว"),
        "fa": ("طرح آزمایشی بارنامه الکترونیکی", "آموزش برای بنادر سبز"),
    }
)
"""In scripts of letters and of syllables, from right to left, and without spaces."""

SENTENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zh": (
            "港口、承运人和银行用同一套数据交换单证，缩短货物在港口停留的时间。",
            "参加单位共同编写教材，每年举办两期线下课程，并公开全部课件。",
            "平台汇集风电、光伏和储能的月度数据，供投资者和主管部门查询。",
        ),
        "en": (
            "Ports, carriers and banks exchange documents made from one set of data.",
            "Those who take part write the course together, teach it twice a year and publish it.",
            "The platform gathers monthly figures on wind, solar and storage for investors to use.",
        ),
        "fr": (
            "Les ports, les transporteurs et les banques échangent leurs documents plus vite.",
            "Les participants rédigent ensemble le cours et le donnent deux fois par an.",
        ),
        "es": (
            "Puertos, transportistas y bancos intercambian documentos con los mismos datos.",
            "Los participantes escriben juntos el curso y lo imparten dos veces al año.",
        ),
        "ru": (
            "Порты, перевозчики и банки обмениваются документами на основе общих данных.",
            "Участники вместе готовят курс и проводят его дважды в год.",
        ),
        "ar": (
            "تتبادل الموانئ وشركات النقل والبنوك الوثائق من مجموعة بيانات واحدة.",
            "يعد المشاركون الدورة معا ويقدمونها مرتين في السنة.",
        ),
    }
)
"""First sentences; their languages are those that generated records may be written in."""

PURPOSES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zh": (
            "项目面向中小企业，第一年选三个口岸试行，结果公开后再决定是否扩大。",
            "凡愿意提供数据、场地或专家的单位都可以加入，费用由各方自行承担。",
            "目标是把办理时间缩短一半，并让没有专线的地区也能使用。",
        ),
        "en": (
            "It is meant for small firms and starts at three crossings; results come out first.",
            "Whoever offers data, rooms or experts can join; everybody bears their own costs.",
            "The aim is to halve the time it takes and to serve places on slow lines as well.",
        ),
        "fr": (
            "Le projet s’adresse aux petites entreprises et commence à trois postes frontière.",
        ),
        "es": ("El proyecto se dirige a pequeñas empresas y empieza en tres pasos fronterizos.",),
        "ru": ("Проект рассчитан на малые предприятия и начинается на трёх переходах.",),
        "ar": ("المشروع موجه للشركات الصغيرة ويبدأ في ثلاثة معابر.",),
    }
)
"""Second sentences."""

OFFERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "zh": ("培训名额和教材", "测试环境与接口文档", "实地考察"),
        "en": (
            "Places on courses and their material",
            "A test system with its manual",
            "Visits on site",
        ),
        "fr": ("Des places de formation", "Un système d’essai"),
        "es": ("Plazas de formación", "Un sistema de prueba"),
        "ru": ("Места на курсах", "Пробная система"),
        "ar": ("مقاعد تدريبية", "نظام تجريبي"),
    }
)
"""What a project gives or looks for."""

QUOTES: Mapping[str, str] = MappingProxyType(
    {
        "zh": "各方愿意就单证数字化开展试点，并交流经验",
        "en": "The parties are willing to pilot digital documents and to share what they learn",
        "fr": "Les parties sont prêtes à expérimenter les documents numériques",
        "ru": "Стороны готовы испытать цифровые документы",
        "ar": "الأطراف مستعدة لتجربة الوثائق الرقمية",
    }
)
"""Words of a source."""
