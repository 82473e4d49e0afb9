"""The truth table of the sample mails of weeks 40 to 43, written from the mails and not from what the program says."""

from tests.samples_truth import FULL, OTHER, Seat, Truth, clarification, proposal, requisition

JAVA = """
    must skill/java 4.. year
    must skill/spring-boot
    must experience/detailed-design
    preferred skill/postgresql
    must location/location = 門前仲町
    must period/start-date = 2026-12
    must period/duration = long-term
    must settlement/settlement-hours 140..180 hour_per_month
    ? must role/~java
    ? must skill|experience/~batch
    ? must experience/~screen|~migration
"""
TSUMUGI = (
    JAVA
    + """
    preferred experience|skill/insurance-domain
    must remote/remote 3..3 day_per_week = partial
    must rate/rate 680000..720000 jpy_per_month
    must headcount/headcount 1..1 person
    must tier/subcontract-depth ..1
    must payment/payment-site 45..45 day
"""
)
HIIRAGI = (
    JAVA
    + """
    must interview/interview-count 1..1 count
    excluded nationality/nationality
    must tier/subcontract-depth ..0
"""
)
ORDER_CENTRE = """
    must role/office-clerk|order-entry-clerk|~受注|call-center-operator
    must contract/dispatch
    must experience/telephone|~phone|~電話|telephone-support 1.. year
    must skill/excel
    must location/location = 新座
    must schedule/working-hours = 8:45-17:30
    must period/start-date = 2026-11-04
    must period/end-date = 2027-01
    ? must experience/~entry|~入力
"""
SAS = """
    must role/~sas
    must skill/sas 5.. year
    must skill/cdisc-sdtm|sdtm|cdisc
    preferred skill/r
    must location/location = Reading
    must remote/remote 3..3 day_per_week = partial
    must period/start-date = 2027-01-04
    must period/duration 9..9 month
    must interview/interview-count 1..1 count
"""

EARLY = {
    "001": requisition(
        "TS-3107", TSUMUGI + "must interview/interview-count 1..1 count\n excluded nationality/nationality", "nationality-condition"
    ),
    "002": requisition(
        None,
        ORDER_CENTRE
        + """
        preferred experience/food-domain|~food
        must rate/rate 1550..1550 jpy_per_hour
        must headcount/headcount 2..2 person
        """,
    ),
    "003": requisition(
        "OG-1187",
        """
        must skill/csharp 5.. year
        must skill/sql-server
        preferred experience/manufacturing-domain
        must contract/quasi-mandate
        must rate/rate ..700000 jpy_per_month
        must settlement/settlement-hours 150..190 hour_per_month
        must location/location = 日野
        must remote/remote = none
        must period/start-date = 2026-12-01
        must period/end-date = 2027-09
        must headcount/headcount 1..1 person
        must interview/interview-count 2..2 count
        ? must schedule/working-days 5..5 day_per_week
        """,
    ),
    "004": OTHER,
    "005": requisition(None, HIIRAGI + "must rate/rate ..660000 jpy_per_month\n must age/age ..45", "age-limit", "nationality-condition"),
    "006": clarification("TS-3107"),
    "007": clarification(
        "TS-3107",
        """
        must interview/interview-count 2..2 count
        not_required nationality/nationality
        must language/japanese = N1
        ? must rate/rate ..720000
        """,
    ),
    "008": proposal(),
    "009": requisition(
        "OG-1192",
        """
        must role/cad-operator|mechanical-cad-operator
        must contract/dispatch
        must skill/autocad 2.. year
        preferred skill/solidworks
        must age/age ..40
        must gender/gender = female
        must rate/rate 1900..1900 jpy_per_hour
        must location/location = 日野
        must schedule/working-hours = 8:30-17:15
        must schedule/overtime 10..10 hour_per_month
        must period/start-date = 2026-12-01
        must headcount/headcount 1..1 person
        """,
        "age-limit",
        "gender-condition",
    ),
    "010": clarification(None, "must headcount/headcount 1..1 relative person ! workload own_sales\n ? must contract/dispatch"),
    "011": Truth(
        "requisition",
        (
            Seat(
                FULL,
                """
                must role/backend-engineer|~backend|~python
                must skill/python 4.. year
                must skill/django
                must skill/postgresql
                preferred skill/kafka
                must location/location = Tennozu
                must remote/remote 3..3 day_per_week = partial
                must rate/rate ..850000 jpy_per_month
                must period/start-date = 2026-12-07
                must period/duration 6..6 month
                must headcount/headcount 1..1 person
                must interview/interview-count 1..1 count
                """,
                "PR-7714",
            ),
            Seat(
                FULL,
                """
                must role/~qa|~test
                must skill/selenium 3.. year
                must skill|experience/~api
                preferred skill/playwright
                must language/japanese = business
                must location/location = Tennozu
                must remote/remote 2..2 day_per_week = partial
                must rate/rate ..720000 jpy_per_month
                must period/start-date = 2026-12-07
                must headcount/headcount 1..1 person
                must interview/interview-count 1..1 count
                """,
                "PR-7715",
            ),
        ),
    ),
    "012": clarification("OG-1192"),
    "013": clarification("OG-1192", "not_required age/age ! policy\n not_required gender/gender ! policy"),
    "014": requisition(
        None,
        ORDER_CENTRE + "must rate/rate 1650..1650 jpy_per_hour ! market end_client\n must headcount/headcount 3..3 person",
    ),
    "015": requisition("BC-118", SAS + "must rate/rate 500..500 gbp_per_day"),
    "016": requisition(
        "TS-3107",
        TSUMUGI + "must interview/interview-count 2..2 count\n not_required nationality/nationality\n must language/japanese = N1",
    ),
    "017": requisition(
        None,
        """
        must skill/sql 3.. year
        must skill/tableau
        preferred skill/python
        must rate/rate 620000..660000 jpy_per_month
        must settlement/settlement-hours 140..180 hour_per_month
        must location/location = 板橋
        must remote/remote 2..2 day_per_week = partial
        must period/start-date = 2026-11-16
        must headcount/headcount 1..1 person
        must interview/interview-count 1..1 count
        ? must experience/~分析|~data
        """,
    ),
    "018": requisition(None, HIIRAGI + "must rate/rate ..660000 jpy_per_month\n must age/age ..45", "age-limit", "nationality-condition"),
    "019": clarification("BC-118", "must rate/rate 540..540 gbp_per_day ! misreport"),
    "020": clarification("BC-118", "must rate/rate 520..520 gbp_per_day ! misreport intermediary"),
    "021": OTHER,
    "022": proposal(),
}
