"""The truth table of the sample mails of weeks 44 to 47, written from the mails and not from what the program says."""

from tests.samples_story_early import HIIRAGI, SAS
from tests.samples_truth import AMENDMENT, OTHER, Seat, Truth, clarification, proposal, requisition

LATE = {
    "023": requisition(
        "KB-0418",
        """
        must role/office-clerk|project-assistant|office-assistant|project-coordinator|~事務
        must skill/excel
        must skill/word
        must trait/cheerful
        must trait/cooperative|teamwork
        must contract/dispatch
        must rate/rate 1750..1750 jpy_per_hour
        must location/location = 大崎
        must schedule/working-hours = 9:00-17:45
        must period/start-date = 2026-12-01
        must headcount/headcount 1..1 person
        must interview/interview-count 2..2 count
        not_required experience/experience
        ? not_required qualification/~
        """,
        "pre-interview-dispatch",
    ),
    "024": Truth(
        "clarification",
        (
            Seat(AMENDMENT, "must headcount/headcount 2..2 person ! workload intermediary", "PR-7714"),
            Seat(AMENDMENT, "must language/japanese = conversational ! unstated intermediary\n ? must rate/rate ..720000", "PR-7715"),
        ),
    ),
    "025": OTHER,
    "026": proposal(2),
    "027": proposal(),
    "028": clarification(
        None,
        """
        must remote/remote 3..3 day_per_week = partial ! policy
        ? must rate/rate 620000..660000
        ? must period/start-date = 2026-11-16
        """,
    ),
    "029": OTHER,
    "030": proposal(),
    "031": clarification(
        "OG-1187",
        """
        must interview/interview-count 1..1 count ! personnel end_client
        must remote/remote ..2 day_per_week = partial
        ? must settlement/settlement-hours 150..190
        """,
    ),
    "032": clarification(None, status="paused"),
    "033": clarification("KB-0418", "", "interview 2026-11-06T10:00"),
    "034": clarification("PR-7715"),
    "035": proposal(),
    "036": clarification(
        "OG-1192",
        """
        must period/start-date = 2026-11-24 ! schedule end_client
        must schedule/overtime 20..20 hour_per_month
        ? must rate/rate 1900..1900
        """,
    ),
    "037": clarification(None, "must headcount/headcount 2..2 person", "rejection"),
    "038": clarification("KB-0418", "", "interview 2026-11-18T14:00"),
    "039": requisition("BC-118", SAS + "must rate/rate 520..520 gbp_per_day"),
    "040": proposal(),
    "041": OTHER,
    "042": clarification("TS-3107", "", "interview 2026-11-25T15:00"),
    "043": clarification("PR-7714", "", "interview 2026-11-24T10:00"),
    "044": clarification("OG-1187", "preferred skill/svf", "rejection"),
    "045": clarification(
        "OG-1187", "must rate/rate 30000..30000 relative ! market end_client\n must skill/csharp 3.. year ! market end_client"
    ),
    "046": clarification(
        "TS-3107",
        """
        must skill|experience/performance-tuning|~性能|~tuning|sql-tuning ! incident end_client
        must skill/postgresql ! incident end_client
        ? must skill/sql
        """,
    ),
    "047": clarification(None, "must period/start-date = 2027-01-12\n must skill/python", status="open"),
    "048": requisition(
        "HT-560",
        """
        must skill|experience/cisco|~cisco 3.. year
        must qualification/ccna
        preferred skill/fortigate
        must location/location = 日野
        must remote/remote = none
        must period/start-date = 2027-01-05
        must period/duration = long-term
        must rate/rate 580000..620000 jpy_per_month
        must settlement/settlement-hours 140..180 hour_per_month
        must headcount/headcount 1..1 person
        excluded nationality/nationality
        must tier/subcontract-depth ..0
        """,
        "nationality-condition",
    ),
    "049": Truth(
        "clarification",
        (
            Seat(
                AMENDMENT,
                "must skill/kafka ! scope intermediary\n must interview/interview-count 2..2 count",
                "PR-7714",
            ),
            Seat(AMENDMENT, "must period/start-date = 2026-12-21 ! schedule intermediary", "PR-7715"),
        ),
    ),
    "050": clarification(
        "KB-0418",
        """
        not_required role/office-clerk|project-assistant|office-assistant|project-coordinator|~事務 ! workload intermediary
        must role|experience/~infra|~インフラ|~engineer ! workload intermediary
        must experience|skill/server|~サポート|~support|~operation 1.. year ! workload intermediary
        excluded experience|trait/experience|~inexperienced|~未経験|~beginner ! workload intermediary
        ? must experience|skill/network 1.. year
        """,
        "rejection",
    ),
    "052": clarification("KB-0418"),
    "053": clarification("OG-1192", status="paused"),
    "054": clarification(
        "BC-118",
        """
        must rate/rate ..480 gbp_per_day ! budget end_client
        must skill/adam|cdisc-adam ! end_client
        ? must skill/cdisc-sdtm|sdtm
        """,
    ),
    "055": clarification("KB-0418", "? must headcount/headcount 1..1"),
    "056": clarification(None, status="closed"),
    "057": requisition(None, HIIRAGI + "must rate/rate ..630000 jpy_per_month ! budget intermediary", "nationality-condition"),
    "058": requisition(
        "TW-093",
        """
        must role/~support|~analyst
        must skill/sql
        must experience/~application-support 2.. year
        must language/english = business
        preferred skill/oracle-wms|wms|~wms
        must location/location = Funabashi
        must remote/remote = none
        must rate/rate 3400..3400 jpy_per_hour
        must period/start-date = 2027-01-12
        must headcount/headcount 2..2 person
        ? must schedule/working-days 5..5
        ? preferred skill/oracle
        """,
    ),
}
