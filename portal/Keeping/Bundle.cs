using System.Globalization;
using System.Text.Json.Nodes;
using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Assessment.Runs;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Portal.Keeping;

/// <summary>
/// 归档: everything by which a district's year can be understood without this program, in one zip. It leaves out nothing that was accepted and
/// holds nothing of persons but the originals themselves, as they were sent.
/// </summary>
/// <param name="asOf">What was known then; repeated, the same bytes come out while nothing of it was checked or issued again since.</param>
sealed class Bundle(Office office, District district, int year, Load asOf, CancellationToken stop)
{
    readonly OpenWarehouse warehouse = office.Warehouse;

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{district.Name}{year}年归档-批次{asOf.LoadId}.zip");

    /// <returns>What was put in, in order.</returns>
    public IReadOnlyList<BundleEntry> Write(Stream to)
    {
        using var zip = new BundleZip(to, asOf.CommittedAt);
        var tables = warehouse.Bundled.Tables(district.Code, year, asOf.LoadId);
        var files = tables.GroupBy(table => table.SubmissionId).Select(file => file.First()).ToList();
        Originals(zip, files);
        Answers(zip, files);
        Rows(zip, "tables", "报送表", tables);
        Rows(zip, "decisions", "审核、退回、撤回、作废及原因", warehouse.Bundled.Decisions(district.Code, year, asOf.LoadId));
        Rows(zip, "reasons", "上报说明", warehouse.Bundled.Reasons(district.Code, year, asOf.LoadId));
        Figures(zip);
        Definitions(zip);
        Editions(zip);
        Runs(zip);
        BundleContents.Write(zip, district, year, asOf);
        return zip.Entries;
    }

    void Originals(BundleZip zip, IReadOnlyList<BundledTable> files)
    {
        foreach (var file in files)
        {
            stop.ThrowIfCancellationRequested();
            zip.File($"originals/{file.Receipt} {file.FileName}", "original", file.Receipt, warehouse.Archive.PathOf(file.Sha256), file.Sha256);
            var marked = warehouse.Submissions.Find(file.Receipt) is { } submission ? MarkedAnswers.Of(warehouse, submission, office.Limits) : null;
            if (marked is not null) zip.Bytes($"marked/{file.Receipt} {Path.GetFileNameWithoutExtension(file.FileName)}（已标记）{marked.Extension}", "marked", file.Receipt, marked.Bytes);
        }
    }

    // As they went out: a round of checking each, whatever was decided afterwards.
    void Answers(BundleZip zip, IReadOnlyList<BundledTable> files)
    {
        var receipts = files.ToDictionary(file => file.SubmissionId, file => file.Receipt);
        foreach (var submission in warehouse.Bundled.Answers(receipts.Keys, asOf.CommittedAt).GroupBy(notice => notice.SubmissionId!.Value))
            zip.Text($"receipts/{receipts[submission.Key]}.txt", "receipt", receipts[submission.Key],
                string.Join("\n----\n", submission.Select(notice => JsonNode.Parse(notice.Body)!["words"]!.GetValue<string>())));
    }

    void Figures(BundleZip zip)
    {
        var rows = CountedValues.Of(warehouse.Marts, [new(district.Code, null, null, new(year, 1, 1), new(year, 12, 31), asOf.LoadId)])
            .Select(row => Csv.Line(row.District, row.OrgUnit, row.Element, row.Period, row.Basis, row.Breakdown, row.Value?.ToString("0.####", CultureInfo.InvariantCulture), row.State, row.Bound, row.Receipt, row.Sheet, row.Cell));
        zip.Text("figures.csv", "figures", "填报值", string.Join('\n', rows.Prepend("district,org,element,period,basis,breakdown,value,state,bound,receipt,sheet,cell")) + "\n");
    }

    void Definitions(BundleZip zip)
    {
        foreach (var one in warehouse.Definitions.WrittenAsOf(asOf.LoadId).OrderBy(one => one.Kind).ThenBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Version))
            zip.Text($"definitions/{one.Kind}/{one.Id}{(one.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $" v{version}") : "")}.json", "definition", one.File, one.Body);
        zip.Text("definitions/rules.json", "rules", $"程序 {BackupManifest.ProgramVersion}，考核引擎 {AssessmentEngine.Version}",
            PrintedJson.Of(RuleTexts.All.Select(rule => new { rule.Code, rule.Severity, rule.Title, rule.Parameters })));
    }

    void Editions(BundleZip zip)
    {
        foreach (var edition in warehouse.Editions.All().Where(one => one.District == district.Code && one.Status == EditionStatus.issued && one.AsOfLoad <= asOf.LoadId
            && one.PeriodStart.Year <= year && one.PeriodEnd.Year >= year))
            zip.File(string.Create(CultureInfo.InvariantCulture, $"editions/{edition.EditionId:000000} {edition.FileName}"), "edition", $"{edition.Report} {edition.Period} 第 {edition.Number} 期", warehouse.Archive.PathOf(edition.Sha256), edition.Sha256);
    }

    void Runs(BundleZip zip)
    {
        foreach (var run in warehouse.Marts.AssessmentRuns(district.Code, asOf.LoadId).Where(run => run.Year == year))
            foreach (var document in warehouse.Marts.RunDocuments(run.Run).OrderBy(document => document.Name, StringComparer.Ordinal))
                zip.Text(string.Create(CultureInfo.InvariantCulture, $"runs/{run.Run:000}/{document.Name}.json"), "run", string.Create(CultureInfo.InvariantCulture, $"考核 {run.Run} 号，封签 {run.Seal}"), document.Body);
    }

    static void Rows<T>(BundleZip zip, string name, string about, IEnumerable<T> rows) => zip.Text($"{name}.json", name, about, CanonicalJson.Of(rows) + "\n");
}
