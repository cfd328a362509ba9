using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Plans;

/// <summary>Where the text is silent and a reading was chosen, the commitment says so; nobody finds it in the program.</summary>
public class InterpretationTests
{
    static readonly Catalog Catalog = DefinitionBody.CatalogFrom(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null));

    /// <summary>Words by which a text itself says how a figure compares with its number.</summary>
    static readonly Dictionary<string, string[]> Comparing = new()
    {
        [">="] = ["不低于", "不少于", "以上", "每年减少"], ["<="] = ["以内", "范围内", "个月内"], ["="] = ["100%"], ["between"] = ["至"],
    };

    static readonly string[] Saying = ["读作", "没有写"];

    public static TheoryData<string> Ids => [.. Catalog.Plans.SelectMany(plan => plan.Commitments).Select(commitment => commitment.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void What_the_text_does_not_say_is_written_down(string id)
    {
        var commitment = Catalog.Plans.SelectMany(plan => plan.Commitments).Single(one => one.Id == id);
        var reading = commitment.Interpretation;
        Assert.NotEmpty(reading);

        // The comparator: kinds that hold a figure against a number.
        var compares = commitment.Kind is not ("fact" or "milestone" or "direction") && (commitment.Value is not null || commitment.IssuedFromAbove);
        if (compares && !Comparing[commitment.Comparator].Any(word => commitment.Clause.Contains(word, StringComparison.Ordinal)))
            Assert.Contains(Saying, word => reading.Contains(word, StringComparison.Ordinal));

        // The number itself: all of them, none of them.
        if (compares && commitment.Value is { } value && !Digits(commitment.Clause).Contains(value))
            Assert.Contains(Saying, word => reading.Contains(word, StringComparison.Ordinal));

        // The base: its year, and what a year's reduction is a part of.
        if (commitment.BaseYear is { } year) Assert.Contains(year.ToString(CultureInfo.InvariantCulture), reading, StringComparison.Ordinal);
        if (commitment.Kind == "yearly_reduction") Assert.All(new[] { "基数", "逐年环比", "等量减少" }, word => Assert.Contains(word, reading, StringComparison.Ordinal));

        // The period: which years add up, when the end is, how often a level is looked at, until when a task.
        if (commitment.Scope == "plan_total") Assert.Matches("规划期|五年|每年", reading.Length > 0 ? reading : "");
        if (commitment.Scope == "by_end" && commitment.Kind != "milestone") Assert.Matches("年末|期末|2020 年", reading);
        if (commitment.Kind == "kept_level") Assert.Contains("每个月末", reading, StringComparison.Ordinal);
        if (commitment.Kind == "milestone") Assert.Matches("期限|期末|年末", reading);

        // Softened words.
        if (commitment.Tolerance is { } soft) Assert.Contains(soft, reading, StringComparison.Ordinal);
        if (commitment.Stated is { Bound: not Bound.exact }) Assert.Matches("“[余约]”|“以上”|不低于|不少于|不能", reading);
    }

    /// <summary>Nothing that is only aspired to, nor anything without a number, is a promise that can be failed by figures.</summary>
    [Fact]
    public void Directions_have_no_number_and_what_is_aspired_to_says_by_which_word()
    {
        Assert.All(All("direction"), commitment => Assert.Null(commitment.Value));
        Assert.All(Catalog.Plans.SelectMany(plan => plan.Commitments).Where(commitment => commitment.Strength == "aspirational"),
            commitment => Assert.Contains(commitment.Tolerance!, commitment.Clause, StringComparison.Ordinal));
    }

    [Fact]
    public void The_two_clauses_on_the_pension_that_exclude_each_other_both_stand_and_name_each_other()
    {
        var (level, gap) = (One("chongming-145-pension-level"), One("chongming-145-pension-gap"));
        Assert.Contains("冲突", Assert.Single(level.Notes!), StringComparison.Ordinal);
        Assert.Contains(level.Name!, Assert.Single(gap.Notes!), StringComparison.Ordinal);
        Assert.Null(gap.Value);
    }

    [Fact]
    public void The_moved_target_has_two_versions_of_which_neither_says_from_when()
    {
        var target = One("songjiang-135-new-jobs");
        Assert.Equal((22000, 18000, null), (target.Value, Assert.Single(target.Revisions!).Value, target.Revisions![0].FromYear));
    }

    static Commitment One(string id) => Catalog.Plans.SelectMany(plan => plan.Commitments).Single(commitment => commitment.Id == id);

    static IEnumerable<Commitment> All(string kind) => Catalog.Plans.SelectMany(plan => plan.Commitments).Where(commitment => commitment.Kind == kind);

    static HashSet<decimal> Digits(string clause) => [.. NumberScanner.Of(clause).Select(found => new PlanNumber(0, found.Number, "", [], "").Value).OfType<decimal>()];
}
