using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Rules;

public class HeldTests
{
    static readonly Period February = Period.Month(2022, 2);
    static readonly FormLine Line = SmallForm.Form.Line(1)!;

    [Fact]
    public void Another_reporter_s_figure_is_not_the_unit_s_own()
    {
        var held = new Held([Observed(SmallForm.Center, 900), Observed(SmallForm.Township, 7)]);
        Assert.Equal((7m, 900m), (held.Value(SmallForm.Township, Line, Basis.in_period, February), held.Value(SmallForm.Center, Line, Basis.in_period, February)));
    }

    [Fact]
    public void The_authoritative_figure_goes_before_the_check() => Assert.Equal(7, new Held(
        [Observed(SmallForm.Township, 7), Observed(SmallForm.Township, 8) with { Role = SourceRole.check }]).Value(SmallForm.Township, Line, Basis.in_period, February));

    [Fact]
    public void What_is_no_exact_figure_is_not_held()
    {
        var one = Observed(SmallForm.Township, 7);
        Observation[] others = [one with { Bound = Bound.at_least }, one with { State = ValueState.withdrawn }, one with { Value = null, State = ValueState.blank },
            one with { Basis = Basis.year_to_date }, one with { Breakdown = "female" }, one with { PeriodStart = new(2022, 1, 1) }];
        Assert.Null(new Held(others).Value(SmallForm.Township, Line, Basis.in_period, February));
    }

    static Observation Observed(OrgUnit reporter, decimal value) => new("310151", reporter.Measures, reporter.Code, Line.Element, PeriodKind.month,
        February.Start, February.End, Basis.in_period, Line.Breakdown, SourceRole.authoritative, value, Bound.exact, ValueState.reported, 1, 1, "C5", 1, null);
}
