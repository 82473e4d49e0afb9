"""Every formula of the market and clients against statsmodels and scipy, and by hand where those have none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, replace
from itertools import pairwise
from math import inf, log, sqrt

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import optimize, special, stats
from statsmodels.genmod.cov_struct import Independence
from statsmodels.genmod.families import Binomial
from statsmodels.genmod.generalized_estimating_equations import GEE
from statsmodels.stats import proportion
from statsmodels.stats.multitest import multipletests

from reports.statistics import (
    Cluster,
    Share,
    benjamini_hochberg,
    beta_quantile,
    cluster_score,
    cluster_swing,
    detectable,
    effective_clusters,
    incomplete_beta,
    mentioned_by,
    mid_p,
    newcombe,
    standard_error,
    student_two_sided,
    together,
    wilson,
)
from reports.statistics_moderation import Swing, Usual, digamma, trigamma, usual_swing
from reports.statistics_rates import (
    USUAL_STRENGTH,
    Prior,
    Spell,
    credible,
    cusum,
    fitted_prior,
    kitagawa,
    log_likelihood,
    median_days,
    shrunken_share,
)

sizes = st.integers(1, 400)
shares = sizes.flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of)))
clusters = st.lists(st.tuples(shares, shares).map(lambda pair: Cluster(*pair)), min_size=2, max_size=12)
GENERATIVE = (Share(14, 78), Share(22, 310))
"""The worked example of the design: 7 % before, 18 % now."""


@given(shares)
def test_wilson_is_that_of_statsmodels(share: Share) -> None:
    low, high = proportion.proportion_confint(share.number, share.of, method="wilson")
    found = wilson(share)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-12)


def test_nothing_known_is_any_share() -> None:
    assert (wilson(Share(0, 0)).low, wilson(Share(0, 0)).high) == (0.0, 1.0)
    assert wilson(Share(0, 9)).low == 0.0
    assert wilson(Share(9, 9)).high == 1.0


@given(shares, shares)
def test_newcombe_is_that_of_statsmodels(now: Share, before: Share) -> None:
    low, high = proportion.confint_proportions_2indep(now.number, now.of, before.number, before.of, method="newcomb", compare="diff")
    found = newcombe(now, before)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-9)


def test_newcombe_of_the_worked_example() -> None:
    found = newcombe(*GENERATIVE)
    assert (round(found.low * 100, 1), round(found.high * 100, 1)) == (3.1, 21.1)


@settings(max_examples=60)
@given(shares, shares)
def test_mid_p_is_fisher_s_less_half_of_the_table_seen(now: Share, before: Share) -> None:
    table = [[now.number, now.of - now.number], [before.number, before.of - before.number]]
    exact = float(stats.fisher_exact(table).pvalue)
    seen = float(stats.hypergeom.pmf(now.number, now.of + before.of, now.number + before.number, now.of))
    assert mid_p(now, before) == pytest.approx(exact - seen / 2, abs=1e-8)


def test_mid_p_of_the_worked_example() -> None:
    assert mid_p(*GENERATIVE) == pytest.approx(0.0055, abs=5e-5)
    assert mid_p(Share(0, 40), Share(0, 80)) == pytest.approx(0.5), "one table alone is possible"


def test_mid_p_of_a_table_beyond_all_floats_is_nought() -> None:
    assert mid_p(Share(2000, 2000), Share(0, 2000)) == 0.0


def gee_score(found: Sequence[Cluster]) -> float:
    """The score statistic of a group effect, as statsmodels' GEE has it: seats one by one, its sandwich around the pooled share."""
    rows = [
        (answer, window, number)
        for number, one in enumerate(found)
        for window, share in ((1, one.now), (0, one.before))
        for answer in [1] * share.number + [0] * (share.of - share.number)
    ]
    answers, window, groups = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    design = np.column_stack([np.ones_like(window), window])
    whole = GEE(answers, design, groups=groups, family=Binomial(), cov_struct=Independence())
    null = GEE(answers, design[:, :1], groups=groups, family=Binomial(), cov_struct=Independence()).fit()
    return float(whole.compare_score_test(null)["statistic"])


@pytest.mark.parametrize("seed", range(8))
def test_the_score_test_is_that_of_gee_but_for_few_clusters(seed: int) -> None:
    toss = np.random.default_rng(seed)
    sizes = toss.integers(3, 30, size=(9, 2))
    tastes = toss.beta(2, 6, size=9)
    made = [
        Cluster(Share(int(toss.binomial(n1, taste)), int(n1)), Share(int(toss.binomial(n0, taste)), int(n0)))
        for (n1, n0), taste in zip(sizes, tastes, strict=True)
    ]
    score = cluster_score(made)
    assert score is not None
    assert score.z**2 == pytest.approx(gee_score(made) * (len(made) - 1) / len(made), rel=1e-6)
    mentioning = sum(one.now.number + one.before.number > 0 for one in made)
    assert score.p == pytest.approx(2 * stats.t.sf(abs(score.z), mentioning - 1), rel=1e-9)
    difference = sum(one.now.number for one in made) / sizes[:, 0].sum() - sum(one.before.number for one in made) / sizes[:, 1].sum()
    assert score.z * score.error == pytest.approx(difference)


@given(clusters)
def test_the_score_test_turns_with_the_windows(made: list[Cluster]) -> None:
    there, back = cluster_score(made), cluster_score([Cluster(one.before, one.now) for one in made])
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert back.z == pytest.approx(-there.z, abs=1e-7)
        assert back.p == pytest.approx(there.p, abs=1e-7)


def test_one_client_s_batch_proves_nothing() -> None:
    """Twenty seats of one client of which all ask, where nobody asked: seat by seat that is certain, by client it is one."""
    quiet = [Cluster(Share(0, 5), Share(0, 10)) for _ in range(8)]
    loud = Cluster(Share(20, 20), Share(1, 40))
    score = cluster_score([loud, *quiet, Cluster(Share(1, 5), Share(1, 10))])
    assert score is not None
    assert score.p > 0.1
    assert mid_p(Share(21, 65), Share(2, 130)) < 1e-6


def test_what_one_client_alone_mentions_is_not_tested() -> None:
    assert cluster_score([Cluster(Share(9, 9), Share(0, 9)), Cluster(Share(0, 9), Share(0, 9))]) is None
    assert cluster_score([Cluster(Share(1, 9), Share(0, 0)), Cluster(Share(1, 9), Share(0, 0))]) is None
    assert cluster_score([Cluster(Share(9, 9), Share(9, 9)), Cluster(Share(9, 9), Share(9, 9))]) is None, "nothing varies"


def test_equal_clients_count_whole_and_one_large_one_counts_as_one() -> None:
    equal = [Cluster(Share(1, 10), Share(1, 20))] * 7
    assert effective_clusters(equal) == pytest.approx(7)
    assert effective_clusters([Cluster(Share(1, 1000), Share(1, 2000)), *equal]) < 1.2
    assert effective_clusters([]) == 0.0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_q_values_are_those_of_statsmodels(values: list[float]) -> None:
    assert benjamini_hochberg(values) == pytest.approx(list(multipletests(values, method="fdr_bh")[1]), abs=1e-12)


def test_q_values_of_nothing() -> None:
    assert benjamini_hochberg([]) == []


@pytest.mark.parametrize(
    ("now", "before", "share", "points"),
    [(20, 80, 0.05, 15), (20, 80, 0.20, 28), (78, 310, 0.05, 7.7), (78, 310, 0.20, 14.2), (200, 800, 0.05, 4.8), (1000, 4000, 0.20, 4.0)],
)
def test_what_can_be_detected_is_what_the_design_measured(now: int, before: int, share: float, points: float) -> None:
    assert detectable(standard_error(share, now, before)) * 100 == pytest.approx(points, rel=0.02)


def test_a_change_that_can_be_detected_is_found_four_times_in_five() -> None:
    size = 4000
    change = detectable(standard_error(0.2, size, size))
    power = proportion.power_proportions_2indep(change, 0.2 - change / 2, size, return_results=False)
    assert power == pytest.approx(0.8, abs=0.005)
    assert standard_error(0.2, 0, 10) == inf


@given(st.floats(0, 1), st.floats(0.05, 400), st.floats(0.05, 400))
def test_the_incomplete_beta_function_is_that_of_scipy(x: float, a: float, b: float) -> None:
    assert incomplete_beta(x, a, b) == pytest.approx(float(special.betainc(a, b, x)), abs=1e-10)


@example(2.85196229394351e-07, 100.0)
@given(st.floats(-30, 30), st.floats(0.5, 500))
def test_tails_of_student_s_t_are_those_of_scipy(value: float, degrees: float) -> None:
    """To eight places: near 0 the argument of the beta function is near 1."""
    assert student_two_sided(value, degrees) == pytest.approx(float(2 * stats.t.sf(abs(value), degrees)), abs=1e-8)


@given(clusters, st.integers(1, 4))
def test_clients_with_the_very_same_part_count_as_if_each_stood_alone(made: list[Cluster], times: int) -> None:
    alone, as_one = [*made, *made[:1] * times], [replace(made[0], times=times + 1), *made[1:]]
    assert together(as_one) == together(alone)
    assert mentioned_by(as_one) == mentioned_by(alone)
    assert effective_clusters(as_one) == pytest.approx(effective_clusters(alone))
    swing, alike = cluster_swing(as_one), cluster_swing(alone)
    assert (swing is None) is (alike is None)
    assert swing is None or swing == pytest.approx(alike, rel=1e-9, abs=1e-9)
    score, same = cluster_score(as_one), cluster_score(alone)
    if score is not None and same is not None:
        assert score.error == pytest.approx(same.error, rel=1e-6, abs=1e-12)
    assert astuple(kitagawa(as_one)) == pytest.approx(astuple(kitagawa(alone)), abs=1e-12)


def test_with_endless_degrees_t_is_a_normal() -> None:
    assert student_two_sided(1.96, inf) == pytest.approx(float(2 * stats.norm.sf(1.96)))


@settings(max_examples=50)
@given(st.floats(0.01, 0.99), st.floats(0.2, 200), st.floats(0.2, 200))
def test_quantiles_of_beta_are_those_of_scipy(chance: float, a: float, b: float) -> None:
    assert beta_quantile(chance, a, b) == pytest.approx(float(stats.beta.ppf(chance, a, b)), abs=1e-6)


@pytest.mark.parametrize(
    ("share", "rate", "low", "high"), [((3, 3), 59, 33, 83), ((18, 30), 57, 43, 70), ((5, 20), 29, 15, 44), ((0, 4), 25, 7, 48)]
)
def test_three_of_three_is_not_read_as_all(share: tuple[int, int], rate: int, low: int, high: int) -> None:
    """The worked example of the design, to a percent."""
    prior, told = Prior(2.6, 3.8), Share(*share)
    interval = credible(told, prior, 0.90)
    assert [100 * shrunken_share(told, prior), 100 * interval.low, 100 * interval.high] == pytest.approx([rate, low, high], abs=1.1)


def test_the_likelihood_of_a_prior_is_beta_binomial() -> None:
    told = Counter({Share(3, 7): 2, Share(0, 4): 1, Share(9, 30): 1})

    def oracle(a: float, b: float) -> float:
        whole = sum(times * stats.betabinom.logpmf(share.number, share.of, a, b) for share, times in told.items())
        return float(whole - sum(times * log(special.comb(share.of, share.number)) for share, times in told.items()))

    for a, b in ((0.4, 1.1), (2.6, 3.8), (10.0, 30.0)):
        assert log_likelihood(told, Prior(a, b)) == pytest.approx(oracle(a, b))


@pytest.mark.parametrize(("a", "b"), [(1.0, 3.0), (3.0, 5.0), (6.0, 14.0)])
def test_the_prior_is_near_the_one_that_scipy_s_optimiser_finds(a: float, b: float) -> None:
    toss = np.random.default_rng(3)
    told = [Share(int(toss.binomial(n, toss.beta(a, b))), int(n)) for n in toss.integers(5, 60, size=300)]
    found, known = fitted_prior(told), Counter(told)

    def loss(point: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
        strength, mean = float(np.exp(point[0])), float(special.expit(point[1]))
        penalty = log(strength / USUAL_STRENGTH) ** 2 / 2
        return penalty - log_likelihood(known, Prior(strength * mean, strength * (1 - mean)))

    best = optimize.minimize(loss, np.array([log(5.0), 0.0]), method="Nelder-Mead").x
    assert found.a + found.b == pytest.approx(float(np.exp(best[0])), rel=0.08), "the grid's step is 9 %"
    assert found.mean == pytest.approx(float(special.expit(best[1])), abs=0.01)


def test_the_prior_does_not_hang_on_the_order_and_stands_where_nothing_ever_moved() -> None:
    told = [Share(3, 7), Share(0, 4), Share(9, 30), Share(1, 1)]
    assert fitted_prior(told) == fitted_prior(told[::-1])
    nothing = fitted_prior([Share(0, 6), Share(0, 9)])
    assert 0 < nothing.mean < 0.1


def test_half_have_moved_by_the_day_that_kaplan_and_meier_say() -> None:
    from statsmodels.duration.survfunc import SurvfuncRight

    toss = np.random.default_rng(5)
    for _ in range(20):
        days, happened = np.ceil(toss.exponential(9, size=25)), toss.random(25) < 0.8
        curve = SurvfuncRight(days, happened.astype(int))
        below = [time for time, left in zip(curve.surv_times, curve.surv_prob, strict=True) if left <= 0.5 + 1e-12]
        spells = [Spell(float(day), bool(moved)) for day, moved in zip(days, happened, strict=True)]
        assert median_days(spells) == (below[0] if below else None)


def test_a_median_by_hand() -> None:
    """Ten seats, four moved on day 3: 60 % left; two of the five watched on until day 7 moved then: 36 %."""
    spells = [Spell(3, happened=True)] * 4 + [Spell(5, happened=False)] + [Spell(7, happened=True)] * 2 + [Spell(20, happened=False)] * 3
    assert median_days(spells) == 7
    assert median_days(spells[:0]) is None
    assert median_days([Spell(3, happened=True), Spell(9, happened=False), Spell(9, happened=False)]) is None


@given(clusters)
def test_both_parts_of_a_difference_are_the_difference(made: list[Cluster]) -> None:
    parts = kitagawa(made)
    now, before = (
        sum(getattr(one, window).number for one in made) / sum(getattr(one, window).of for one in made) for window in ("now", "before")
    )
    assert parts.within + parts.mix == pytest.approx(now - before, abs=1e-9)


def test_fewer_seats_of_one_client_are_mix_and_a_client_that_asks_less_is_not() -> None:
    wrote_less = [Cluster(Share(1, 10), Share(2, 20)), Cluster(Share(4, 5), Share(64, 80))]
    assert kitagawa(wrote_less).within == pytest.approx(0.0)
    assert kitagawa(wrote_less).mix < -0.2
    asks_less = [Cluster(Share(1, 10), Share(10, 20)), Cluster(Share(1, 10), Share(10, 20))]
    assert kitagawa(asks_less).mix == pytest.approx(0.0)
    newcomer = [Cluster(Share(1, 10), Share(2, 20)), Cluster(Share(9, 10), Share(0, 0))]
    assert kitagawa(newcomer).within == pytest.approx(0.0), "who wrote in one window alone has not changed"


def test_the_cusum_adds_log_likelihood_ratios_and_never_falls_below_nought() -> None:
    usual, raised = 0.08, 0.16 / 1.08
    weeks = [Share(0, 60), Share(14, 78), Share(13, 70), Share(16, 80)]
    stands = 0.0
    for week in weeks:
        ratio = stats.binom.logpmf(week.number, week.of, raised) - stats.binom.logpmf(week.number, week.of, usual)
        stands = max(0.0, stands + float(ratio))
    assert cusum(weeks, usual) == pytest.approx(stands)
    assert cusum(weeks[:1], usual) == 0.0
    assert cusum(weeks, usual) > 8.5 > cusum(weeks[:2], usual), "8 to 18 % is seen in the third week"
    assert cusum([Share(0, 78)] * 4, usual, 0.5) > cusum([Share(6, 78)] * 4, usual, 0.5)


@given(st.floats(0.05, 500))
def test_digamma_and_trigamma_are_those_of_scipy(x: float) -> None:
    assert digamma(x) == pytest.approx(float(special.digamma(x)), rel=1e-10, abs=1e-10)
    assert trigamma(x) == pytest.approx(float(special.polygamma(1, x)), rel=1e-10)


@pytest.mark.parametrize(("ratio", "degrees"), [(1.0, 8.0), (1.8, 8.0), (1.3, 30.0)])
def test_what_is_usual_is_found_again(ratio: float, degrees: float) -> None:
    """Variances drawn from a scaled inverse chi square, seen with ten degrees of freedom each (Smyth's model)."""
    toss = np.random.default_rng(11)
    true = ratio * degrees / toss.chisquare(degrees, size=4000)
    seen = true * toss.chisquare(10, size=4000) / 10
    found = usual_swing([Swing(float(one), 10.0) for one in seen])
    assert found.ratio == pytest.approx(ratio, rel=0.05)
    assert found.degrees == pytest.approx(degrees, rel=0.25)


def test_variances_that_differ_by_chance_alone_are_one() -> None:
    toss = np.random.default_rng(12)
    found = usual_swing([Swing(float(one), 10.0) for one in 1.5 * toss.chisquare(10, size=60) / 10])
    assert found.degrees > 60
    held = found.hold(Swing(4.0, 10.0))
    assert held.ratio == pytest.approx(1.5, abs=0.7)


def test_a_variance_is_drawn_towards_the_usual_one_and_never_below_that_of_independent_seats() -> None:
    assert Usual(2.0, 10.0).hold(Swing(1.0, 10.0)) == Swing(1.5, 20.0)
    assert Usual(0.5, inf).hold(Swing(0.2, 10.0)) == Swing(1.0, inf)
    assert Usual().hold(Swing(3.0, 6.0)) == Swing(3.0, 6.0), "where nothing is usual, its own counts"
    assert usual_swing([Swing(1.0, 9.0)] * 2) == Usual(), "two skills tell nothing"


def test_a_larger_variance_makes_a_larger_p() -> None:
    ps = [student_two_sided(3 / sqrt(ratio), 20) for ratio in (1, 1.5, 2, 4)]
    assert all(low < high for low, high in pairwise(ps))
