using System.Globalization;
using DuckDB.NET.Data;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Scoring;
using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Bench;

/// <summary>
/// All commitments of one district-year with their explanations, and all units of it, on a made-up warehouse of so many districts and ten
/// years, each beside the bare statements that it reads. The facts are written by statements, not through sheets: every unit has a figure of
/// every indicator at every month-end. <c>bench assess --count 2</c>
/// </summary>
static class AssessBench
{
    const string District = "310151";
    const int First = 2016, Last = 2025, Year = 2024;

    public static string Run(int districts)
    {
        using var warehouse = new TestWarehouse();
        warehouse.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null), new(Last + 1, 2, 1), TestWarehouse.At(new(Last + 1, 2, 1)));
        Fill(warehouse, districts);
        var (marts, load) = (warehouse.Marts, warehouse.Marts.LastLoad()!);
        var (earlier, catalog) = (marts.LoadById(load.LoadId - 1)!, warehouse.Definitions.AsOf(load.LoadId));
        var plan = catalog.Plans.Single(plan => plan.District == District && plan.FirstYear <= Year && Year <= plan.LastYear);
        var horizon = AssessmentReading.OfYear(marts, District, Year, null, load);
        var evidence = AssessmentReading.Evidence(marts, catalog, plan, District, load.LoadId);
        var ofUnits = AssessmentReading.EvidenceOfUnits(marts, catalog, plan, Year, load.LoadId);
        var scheme = catalog.Schemes.Single(scheme => scheme.Id == "chongming-townships");
        var scored = ScoringReading.Input(marts, catalog, scheme, Year, null, load);
        var ways = Rounds.Of(
            ("bare statements of one unit", () => Bare(warehouse, plan, catalog, District, load.LoadId)),
            ("evidence of the district", () => AssessmentReading.Evidence(marts, catalog, plan, District, load.LoadId)),
            ("all commitments of it, explained", () => Assessor.Evaluate(plan, evidence, horizon, Year)),
            ("both: one district-year", () => Judged(warehouse, catalog, plan, load)),
            ("the same, as of the load before", () => Judged(warehouse, catalog, plan, earlier)),
            ("bare statements of all units", () => Bare(warehouse, plan, catalog, null, load.LoadId)),
            ("evidence of all units", () => AssessmentReading.EvidenceOfUnits(marts, catalog, plan, Year, load.LoadId)),
            ("all units × all commitments", () => UnitStandings.Of([(plan, ofUnits)], horizon, Year)),
            ("both: all units of a year", () => AssessmentReading.Standings(marts, catalog, District, Year, null, load)),
            ("definitions as of a load", () => warehouse.Definitions.AsOf(load.LoadId)),
            ("the same, read for the first time", () => _ = new KnownDefinitions(warehouse.Gateway).Current),
            ("bare statements beyond evaluations", () => BareBoard(warehouse, load)),
            ("what a board needs beyond them", () => ScoringReading.Input(marts, catalog, scheme, Year, null, load, scored.Standings)),
            ("board and ranking of all units", () => Scorer.Of(scored)),
            ("both: ranking of all units", () => Scorer.Of(ScoringReading.Input(marts, catalog, scheme, Year, null, load, scored.Standings))));
        return string.Join('\n', ways.Select(way => $"{way.Name,-36} {Rounds.Text(way.Milliseconds),8} ms  {way.Bytes / 1024,8:#,##0} KB")
            .Prepend($"{districts} districts × {Last - First + 1} years, {Count(warehouse):#,##0} rows of indicators; {plan.Commitments.Count} commitments, {ofUnits.Count - 1} units; median of 9 rounds in turn after 3"));
    }

    static void Judged(TestWarehouse warehouse, Catalog catalog, Plan plan, Load asOf) => Assessor.Evaluate(plan,
        AssessmentReading.Evidence(warehouse.Marts, catalog, plan, District, asOf.LoadId), AssessmentReading.OfYear(warehouse.Marts, District, Year, null, asOf), Year);

    // The statements of the evidence, their rows passed over and nothing made of them.
    static void Bare(TestWarehouse warehouse, Plan plan, Catalog catalog, string? orgUnit, long asOf)
    {
        using var connection = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        var indicators = string.Join(',', plan.Commitments.SelectMany(commitment => new[] { commitment.Indicator, commitment.Benchmark }).OfType<string>().Distinct());
        Read(connection, "Marts/queries/indicator_year_range.sql", ("district", District), ("orgUnit", orgUnit), ("indicators", indicators), ("firstYear", plan.FirstYear - 1), ("lastYear", plan.LastYear),
            ("monthsFrom", orgUnit is null ? Year - 1 : plan.FirstYear - 1), ("asOf", asOf));
        Read(connection, "Marts/queries/stated_figures.sql", ("district", District), ("orgUnit", orgUnit), ("from", new DateOnly(plan.FirstYear - 1, 1, 1)), ("to", new DateOnly(plan.LastYear, 12, 31)), ("asOf", asOf));
        foreach (var name in (string[])["target_decisions", "target_issues", "target_curves", "milestone_states", "task_verdicts"]) Read(connection, $"Marts/queries/{name}.sql", ("plan", plan.Id), ("asOf", asOf));
    }

    static void BareBoard(TestWarehouse warehouse, Load asOf)
    {
        using var connection = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        (string, object?)[] year = [("district", District), ("from", new DateOnly(Year, 1, 1)), ("to", new DateOnly(Year, 12, 31)), ("asOf", asOf.LoadId)];
        Read(connection, "Marts/queries/submission_status.sql", [.. year, ("known", asOf.LoadId), ("moment", asOf.CommittedAt), ("today", ShanghaiTime.DateOf(asOf.CommittedAt))]);
        Read(connection, "Marts/queries/corrections_after_lock.sql", year);
        Read(connection, "Marts/queries/indicator_years.sql", ("district", District), ("year", Year), ("through", 12), ("asOf", asOf.LoadId));
    }

    static void Read(DuckDBConnection connection, string statement, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqlFile.Text(statement);
        foreach (var (name, value) in parameters) command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        using var reader = command.ExecuteReader();
        while (reader.Read()) { }
    }

    static long Count(TestWarehouse warehouse) => One(warehouse, "select count(*) from fact_indicator_year");

    static long One(TestWarehouse warehouse, string statement)
    {
        using var connection = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    // Two loads after the definitions: one brought all years, the last one the year asked again and targets of the units.
    static void Fill(TestWarehouse warehouse, int districts)
    {
        var load = warehouse.LastLoad;
        var years = $"range({First}, {Last + 1}) as years (year)";
        // Districts beyond the shipped ones carry the units of the first under another code: bulk that nobody asks for.
        var units = $"(select case when place = 0 then district else district || '-' || place end as district, case when place = 0 then org_unit else org_unit || '-' || place end as org_unit, kind from dim_org_unit cross join range(0, {Math.Max(1, districts - 1)}) as copies (place) "
            + $"where (kind in ('township', 'park') or org_unit = district) and known_to_load is null and (district = '{District}' or place = 0)) units";
        foreach (var statement in (string[])
        [
            $"insert into load select {load} + n, (select max(committed_at) from load) + to_seconds(n), 'bench' from range(1, 3) as numbers (n)",
            $"insert into fact_indicator_year select district, org_unit, indicator, version, year, month, 100 * month + hash(org_unit || indicator) % 50, case when is_ratio then 110 * month end, is_ratio, 'exact', 'reported', make_date(year, month, 1), 1, 1, 0, false, case when year = {Year} then {load + 2} else {load + 1} end "
                + $"from {units} cross join (select distinct indicator, version, is_ratio from dim_indicator where known_to_load is null) indicators cross join {years} cross join range(1, 13) as months (month)",
            "insert into fact_observation select district, org_unit, org_unit, element, 'month', make_date(year, month, 1), last_day(make_date(year, month, 1)), 'in_period', 'total', 'authoritative', 100 + hash(org_unit || element) % 50, 'exact', 'reported', version, null, null, "
                + $"{load + 1} from {units} cross join (select e.element, e.version from dim_element e join element_authority a on a.element = e.element and a.version = e.version where e.known_to_load is null and a.level = 'township') elements cross join {years} cross join range(1, 13) as months (month) where kind <> 'district'",
            $"insert into target_decision select 'chongming-145-new-employment', org_unit, year, year, 400, '文', date '2020-01-01', '甲', '因', {load + 2} from {units} cross join {years} where district = '{District}' and kind <> 'district' and year > 2020",
        ]) Written(warehouse, statement);
    }

    static void Written(TestWarehouse warehouse, string statement)
    {
        using var connection = new DuckDBConnection($"DataSource={warehouse.Data.WarehouseFile};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
