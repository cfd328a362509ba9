using Reporting.Etl.Rules;
using Reporting.Warehouse;

namespace Reporting.Tests.Rules;

public class VerdictTests
{
    [Theory]
    [InlineData("", TableState.loaded)]
    [InlineData("warning:month_jump info:rules_waiting", TableState.loaded)]
    [InlineData("warning:month_jump error:value_required", TableState.returned)]
    [InlineData("error:form_unknown", TableState.unclear), InlineData("error:form_unsure", TableState.unclear)]
    [InlineData("error:org_unit_conflict", TableState.unclear), InlineData("error:org_unit_unknown", TableState.unclear)]
    [InlineData("error:org_unit_missing error:value_required", TableState.unclear)]
    [InlineData("error:period_missing", TableState.unclear), InlineData("error:period_conflict", TableState.unclear)]
    [InlineData("error:period_in_future", TableState.returned), InlineData("info:period_conflict", TableState.loaded)]
    public void Findings_lead_to_a_state(string findings, TableState expected) => Assert.Equal(expected, Verdict.Of(
        [.. findings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split(':'))
            .Select(word => new Finding(word[1], Enum.Parse<Severity>(word[0]), Place.File, null, null, null, "有问题。", "A problem."))]));

    [Theory]
    [InlineData("", TableState.returned), InlineData("loaded", TableState.loaded), InlineData("loaded returned", TableState.returned)]
    [InlineData("returned unclear loaded", TableState.unclear), InlineData("set_aside loaded", TableState.loaded), InlineData("superseded loaded", TableState.loaded)]
    [InlineData("set_aside set_aside", TableState.set_aside), InlineData("unclear received", TableState.received)]
    public void A_submission_shows_its_least_settled_table(string tables, TableState expected) => Assert.Equal(expected,
        Verdict.OfSubmission(tables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TableState>)));
}
