using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Jobs;

/// <summary>Assesses a district's year by all its schemes as of now and keeps what came of it in the run. It never freezes: that is a person's act.</summary>
static class AssessYearJob
{
    public static JobKind Kind { get; } = new("assess-year", "按现在的数据试算各区一年的考核，不冻结", "assess a year of the districts as of now; nothing is frozen", Run)
    {
        Arguments =
        [
            new("district", ArgumentKind.Text, "区代码；不写为各区", "district code; all where none is given"),
            new("year", ArgumentKind.Whole, "年份；不写为运行那天的年份", "the year; that of the day where none is given") { Least = 1900, Most = 2199 },
        ],
    };

    static Task<JobOutcome> Run(JobContext context)
    {
        var office = context.Office;
        office.EnterDefinitions();
        var warehouse = office.Warehouse;
        var asOf = warehouse.Marts.LastLoad() ?? throw new FailureException("数据仓库里还没有任何批次，没有可考核的。", "The warehouse holds no load yet.");
        var catalog = warehouse.Definitions.AsOf(asOf.LoadId);
        var year = context.Argument("year") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : ShanghaiTime.DateOf((context.ScheduledFor ?? context.StartedAt).UtcDateTime).Year;
        var districts = catalog.Districts.Where(district => context.Argument("district") is not { } code || district.Code == code).OrderBy(district => district.Code, StringComparer.Ordinal).ToList();
        if (districts.Count == 0) throw new FailureException($"没有区 {context.Argument("district")}；改 jobs.json 的 arguments.district。", $"There is no district {context.Argument("district")}; mend arguments.district in jobs.json.");
        var assessed = new List<object>();
        foreach (var district in districts)
        {
            context.Stopping.ThrowIfCancellationRequested();
            if (!catalog.PlansOf(district.Code, year).Any()) context.Warn($"{district.Name}没有覆盖 {year} 年的规划");
            else assessed.Add(Assessed(warehouse, catalog, district, year, asOf));
            context.Progress(assessed.Count, districts.Count);
        }
        return Task.FromResult(JobOutcome.Of(new { year, as_of = asOf.LoadId, engine = AssessmentEngine.Version, frozen = false, districts = assessed }));
    }

    static object Assessed(OpenWarehouse warehouse, Catalog catalog, District district, int year, Load asOf)
    {
        var inputs = RunReading.Inputs(warehouse.Marts, catalog, district.Code, year, null, RunReading.Schemes(catalog, district.Code, year), asOf);
        var judged = inputs.Judged();
        return new
        {
            district = district.Code, inputs.Through,
            commitments = judged.Standings.Where(standing => standing.OrgUnit == district.Code).SelectMany(standing => standing.Evaluations)
                .Select(one => new { one.Id, one.State, one.Value, one.Target }),
            boards = judged.Boards.Select(board => new { board.Scheme, board.SchemeVersion, units = board.Units.Select(unit => new { org = unit.OrgUnit, unit.Name, unit.Group, unit.Score, unit.Rank, unit.Grade, vetoed = unit.IsVetoed }) }),
        };
    }
}
