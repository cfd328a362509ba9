using Reporting.Reports.Lineage;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports;

/// <summary>Reads a year's scores: those of the year's last frozen run where there is one by the load, else worked out from what is held as of it.</summary>
public static class AnnualReading
{
    public static AnnualContent Read(ReportAsk ask)
    {
        var (marts, year) = (ask.Warehouse.Marts, ask.Period.Start.Year);
        if (marts.AssessmentRuns(ask.District, ask.AsOf.LoadId).LastOrDefault(run => run.Year == year) is { } frozen) return Frozen(ask, frozen);
        var inputs = RunReading.Inputs(marts, ask.Catalog, ask.District, year, null, RunReading.Schemes(ask.Catalog, ask.District, year), ask.AsOf);
        return Of(ask.Cover(AnnualReport.Title), ask.Catalog, marts, inputs.Horizon.Through, [.. inputs.Scorings.Zip(inputs.Judged().Boards, (scoring, board) => new ScoredScheme(scoring.Scheme, board))]);
    }

    /// <summary>Scores that were worked out elsewhere, with the cells that they come from; the scheme of most units comes first.</summary>
    /// <param name="through">Last month that counts.</param>
    public static AnnualContent Of(Cover cover, Catalog catalog, MartQueries marts, int through, IReadOnlyList<ScoredScheme> schemes) =>
        new(cover with { Span = Heading.Months(cover.Period.Start.Year, through) }, catalog, [.. schemes.OrderByDescending(scored => scored.Board.Units.Count).ThenBy(scored => scored.Scheme.Id, StringComparer.Ordinal)], Sources(cover, catalog, marts, through, schemes)) { Through = through };

    /// <exception cref="NoReportException">What is stored of the run is not what was sealed.</exception>
    static AnnualContent Frozen(ReportAsk ask, AssessmentRun run)
    {
        var marts = ask.Warehouse.Marts;
        var stored = new StoredRun(run, marts.RunDocuments(run.Run));
        if (stored.Faults.Count > 0) throw new NoReportException(
            $"考核 {run.Run} 号的存档与封签时不符（{string.Join('、', stored.Faults.Select(fault => fault.Name))}），不能据以编报；用 assess replay {run.Run} 查看。",
            $"What is stored of run {run.Run} is not what was sealed ({string.Join(", ", stored.Faults.Select(fault => fault.Name))}); see assess replay {run.Run}.");
        var (asOf, catalog) = (marts.LoadById(run.AsOfLoad)!, ask.Warehouse.Definitions.AsOf(run.AsOfLoad));
        var schemes = stored.Boards.Select(board => new ScoredScheme(catalog.Schemes.First(scheme => scheme.Id == board.Scheme && scheme.Version == board.SchemeVersion), board)).ToList();
        var corrections = marts.CorrectionsAfterFreeze(ask.District, ask.AsOf.LoadId).Where(one => one.Run == run.Run).Sum(one => one.Times);
        // The page tells of what the run stood on, not of what has come since.
        return Of(ask.Cover(AnnualReport.Title) with { AsOfLoad = asOf.LoadId, LoadCommittedAt = asOf.CommittedAt }, catalog, marts, Period.Parse(run.Through).Start.Month, schemes) with
        {
            Frozen = new(run.Run, run.AsOfLoad, run.DecidedAt, run.Uncertified, corrections),
        };
    }

    // Of what is scored only, and without who sent it.
    static IReadOnlyList<Addend> Sources(Cover cover, Catalog catalog, MartQueries marts, int through, IReadOnlyList<ScoredScheme> schemes)
    {
        var (district, year) = (cover.District.Code, cover.Period.Start.Year);
        var scored = schemes.SelectMany(scheme => scheme.Scheme.Rules).Select(rule => rule.Commitment).OfType<string>().ToHashSet();
        var indicators = catalog.PlansOf(district, year).SelectMany(plan => plan.Commitments).Where(one => scored.Contains(one.Id)).Select(one => one.Indicator).OfType<string>().ToHashSet();
        var elements = catalog.Indicators.Where(indicator => indicators.Contains(indicator.Id)).SelectMany(indicator => indicator.Numerator.Concat(indicator.Denominator)).Select(term => term.Element).ToHashSet();
        return elements.Count == 0 ? [] : [.. marts.Addends(district, null, null, year, through, cover.AsOfLoad).Where(addend => elements.Contains(addend.Element)).Select(SourceSheet.WithoutPersons)];
    }
}
