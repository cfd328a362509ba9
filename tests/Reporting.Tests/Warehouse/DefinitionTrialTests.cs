using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Warehouse;

/// <summary>What a change of definitions turns is found wherever it comes from: forms say what is missing, the table of lights what is lit.</summary>
public sealed class DefinitionTrialTests : IDisposable
{
    const string East = "310999101", West = "310999102", Line = "{ number: 1, label: 新增就业, element: jobs, unit: 人 }";
    static readonly string Towns = Case("two-towns.yaml") + "\n---\n" + Case("scored-towns.yaml") + "\n---\n" + File.ReadAllText(Path.Combine(DefinitionFiles.ShippedFolder, "Reference", "lights.yaml"));
    readonly TestWarehouse warehouse = new();
    readonly TestFolder changed = new();

    // 西镇 has told nothing: of the district's sum its part is missing.
    public DefinitionTrialTests()
    {
        warehouse.Define(Towns, new(2022, 1, 4));
        foreach (var month in Enumerable.Range(1, 6)) warehouse.Load($"east {month}", East, [Jobs(East, month, 5)], new(2022, month + 1, 4));
    }

    public void Dispose()
    {
        warehouse.Dispose();
        changed.Dispose();
    }

    /// <summary>Forms say who owes what. Where nobody owes a figure any more, nothing is missing, and the sum is judged as it stands.</summary>
    [Fact]
    public void A_changed_form_touches_the_commitments_whose_figures_it_asks_for()
    {
        var tried = Try(Line, "{ number: 1, label: 受理, element: accepted, unit: 件 }");
        Assert.Equal(["closing", "jobs"], tried.Reach.Commitments.Order(StringComparer.Ordinal));
        Assert.Empty(tried.Reach.Indicators);
        var moved = tried.Evaluations.Single(change => change is { OrgUnit: "310999", Commitment: "jobs", Year: 2022 });
        Assert.Equal((AssessmentState.incomplete, AssessmentState.behind), (moved.Before!.State, moved.After!.State));
    }

    [Fact]
    public void A_changed_table_of_lights_is_tried_on_every_light_of_its_districts()
    {
        // 36 of 100 at the half: 14 points behind.
        foreach (var month in Enumerable.Range(1, 6)) warehouse.Load($"west {month}", West, [Jobs(West, month, 1)], new(2022, month + 1, 4));
        var tried = Try("{ light: yellow, from: 10 }, { light: orange, over: 20 }, { light: red, over: 30 }", "{ light: yellow, from: 1 }, { light: orange, over: 2 }, { light: red, over: 3 }");
        Assert.Equal(["310999"], tried.Reach.Lights);
        var light = tried.Lights.Single(change => change is { OrgUnit: "310999", Commitment: "jobs" });
        Assert.Equal((2022, "yellow", "red"), (light.Year, light.Before.ToString(), light.After.ToString()));
        Assert.Empty(Try("label: 新增就业", "label: 新增就业人数").Lights);
    }

    [Fact]
    public void A_changed_scheme_is_tried_on_every_score_of_its_years()
    {
        var tried = Try("name: 优秀, from: 90", "name: 优等, from: 90");
        Assert.Equal(["towns"], tried.Reach.Schemes);
        Assert.Empty(tried.Evaluations);
        Assert.Equal(["2022 towns 310999101 100 优秀 → 优等"], tried.Scores.Select(change => $"{change.Year} {change.Moved.Scheme} {change.Moved.OrgUnit} {change.Moved.After!.Score:0} {change.Moved.Before!.Grade} → {change.Moved.After.Grade}"));
    }

    [Fact]
    public void A_changed_number_moves_the_scores_of_those_who_lead_it_though_no_rule_names_it()
    {
        // 36 of 100 by June, then 36 of 200.
        var offices = Towns.Replace("interpretation: 每年, departments: []", "interpretation: 每年, departments: [310999-RS]", StringComparison.Ordinal) + """

            ---
            scheme: { id: offices, version: 1, district: "310999", name: 部门办法, document: 示例, first_year: 2021, last_year: 2025, decimals: 2, missing: zero, quota_rounding: down,
              responsibility: { lead: 1, support: 0.5 }, groups: [ { id: offices, name: 部门组, units: [310999-RS] } ], grades: [ { name: 达标, from: 0 } ],
              rules: [ { id: duties, name: 规划承诺, method: linear, weight: 100, duties: true, practice: 示例 } ] }
            """;
        warehouse.Define(offices, new(2022, 7, 5));
        foreach (var month in Enumerable.Range(1, 6)) warehouse.Load($"west {month}", West, [Jobs(West, month, 1)], new(2022, 7, 6));
        var tried = Changed(offices, "value: 100, unit: 人", "value: 200, unit: 人");
        Assert.Contains("offices", tried.Reach.Schemes);
        var office = tried.Scores.Single(change => change is { Year: 2022, Moved.OrgUnit: "310999-RS" }).Moved;
        Assert.Equal(office.Before!.Score / 2, office.After!.Score);
    }

    static string Case(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Assessment", "cases", name)).TrimEnd();

    TriedDefinitions Try(params string[] pairs) => Changed(Towns, pairs);

    TriedDefinitions Changed(string from, params string[] pairs)
    {
        var text = pairs.Chunk(2).Aggregate(from, (so, pair) =>
        {
            Assert.Contains(pair[0], so, StringComparison.Ordinal);
            return so.Replace(pair[0], pair[1], StringComparison.Ordinal);
        });
        var folder = changed.Data.Definitions;
        Directory.CreateDirectory(folder);
        foreach (var (number, file) in text.Split("\n---\n").Index()) File.WriteAllText(Path.Combine(folder, $"{number}.yaml"), file);
        return DefinitionTrial.Of(warehouse.Definitions, warehouse.Marts, DefinitionFiles.Read(folder, null), new(2022, 7, 10), TestWarehouse.At(new(2022, 7, 10)));
    }

    static StagedCell Jobs(string unit, int month, decimal value) => new(0, "C2", "", 1, "c", "310999", unit, unit, "jobs", 1,
        Period.Month(2022, month).Kind, Period.Month(2022, month).Start, Period.Month(2022, month).End, Basis.in_period, "total", value, Bound.exact, ValueState.reported, false);
}
