using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Reporting.Etl.Jobs;
using Reporting.Etl.Matching;
using Reporting.Portal.Accounts;
using Reporting.Portal.Pages.Submit;
using Reporting.Portal.Web;
using Reporting.Reports.Templates;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages.Entry;

/// <summary>填报: the form as a grid. Saving writes the workbook that the template would have become, and sends it the way of an upload.</summary>
[For(Role.reporter)]
public sealed class IndexModel(Office office) : AskedSheetPage(office)
{
    protected override IReadOnlyList<Role> Choosing => [Role.reporter];

    public EntryForm? Grid { get; private set; }
    public string? Wrong { get; private set; }

    /// <summary>The receipt of the sheet that is mended; null for a new one.</summary>
    public string? From { get; private set; }

    /// <summary>The sheet counts already, and what stands here is what counts; saving changes it. Where it is locked too, the change is a request.</summary>
    public bool IsLoaded => Counting.Length > 0;
    public bool IsLocked { get; private set; }

    /// <summary>Of a locked period the form takes requests; else it takes nothing.</summary>
    public bool TakesRequests { get; private set; }

    /// <summary>Stands for the figures that count, so that what was typed over others and never sent is not put back over these; empty where none do.</summary>
    public string Counting { get; private set; } = "";

    /// <summary>What stands in each field, by its name.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    /// <summary>Findings of the sheet that is mended, by line as they name it.</summary>
    public ILookup<string, Finding> Found { get; private set; } = Enumerable.Empty<Finding>().ToLookup(_ => "");

    public static string Field(FormLine line, string column) => $"v-{line.Number}-{column}";
    public static string Remark(FormLine line) => $"r-{line.Number}";
    public static string Sign(string label) => $"s-{EntryForm.Signing.ToList().IndexOf(label)}";

    public IActionResult OnGet(string? form, string? org, string? period, string? from, int number = 1)
    {
        if (from is not null) return Mend(from, number) ? Page() : NotFound();
        if (!Choose(form, org, period)) return NotFound();
        if (Form is { Length: > 0 }) Open();
        if (Grid is not null) Written = new Dictionary<string, string>(Loaded()) { [Sign("填表人")] = Me.Name, [Sign("报出日期")] = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? form, string? org, string? period, string? from)
    {
        if (!Choose(form, org, period) || from is not null && InScope.Submission(Office, Me, from, Role.reporter) is null) return NotFound();
        From = from;
        Open();
        Written = Request.Form.Where(field => field.Key.Length > 2 && field.Key[1] == '-').ToDictionary(field => field.Key, field => OneLine.Of(field.Value.ToString()).Trim());
        if (Grid is not { } grid) return Page();
        if (!Written.Any(field => field.Key[0] == 'v' && field.Value.Length > 0))
        {
            Wrong = "一个数都还没有填。没有发生的填 0；全部没有发生的，可以作零报告。";
            return Page();
        }
        var content = grid.Content with { Filled = Filled(grid) };
        var bytes = FormTemplate.Render([content]);
        var file = new UploadedFile($"{content.Unit.Name} {content.Form.Name} {content.Period.InWords()}（填报）.xlsx", bytes.LongLength, () => new MemoryStream(bytes));
        var answers = await Uploads.Take(Office, HttpContext, LoginChannel.Page, [file], Unit);
        return Redirect($"/submit/{answers[0].Submission.Receipt}");
    }

    FilledEntries Filled(EntryForm grid) => new(
        (from line in grid.Lines from cell in line.Cells where cell.Kind == EntryCellKind.open
            let written = Written.GetValueOrDefault(Field(line.Line, cell.Column)) where written is { Length: > 0 }
            select ((line.Line.Number, cell.Column), written)).ToDictionary(pair => pair.Item1, pair => pair.written),
        grid.Lines.Where(line => Written.GetValueOrDefault(Remark(line.Line)) is { Length: > 0 }).ToDictionary(line => line.Line.Number, line => Written[Remark(line.Line)]),
        EntryForm.Signing.Where(label => Written.GetValueOrDefault(Sign(label)) is { Length: > 0 }).ToDictionary(label => label, label => Written[Sign(label)]));

    void Open()
    {
        if (Asked is not { } period) { Wrong = $"“{Period}”不是报告期；写成 2022、2022-Q1 或 2022-03。"; return; }
        if (Reported(period) is var (form, unit)) Grid = EntryForm.Of(TemplateReading.Read(Office.Warehouse, form, unit, period));
        else Wrong = $"{UnitName(Org)}{period.InWords()}不报《{FormName(Form)}》。换一个报告期，或换一张报表。";
    }

    /// <summary>What counts of this sheet already, so that one cell can be mended without the others being typed again. Who signs, signs anew.</summary>
    Dictionary<string, string> Loaded()
    {
        if (Grid is not { } grid || Asked is not { } period) return [];
        var fields = (from line in grid.Lines from cell in line.Cells where cell.Held is not null select (Field(line.Line, cell.Column), Figures.Printed(cell.Held!.Value))).ToDictionary(field => field.Item1, field => field.Item2);
        if (fields.Count == 0) return fields;
        Counting = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', fields.OrderBy(field => field.Key, StringComparer.Ordinal)))))[..12];
        IsLocked = PeriodLock.IsLocked(Office.Warehouse.Reviews.Locks(grid.Content.Unit.District, long.MaxValue - 1), grid.Content.Form, grid.Content.Unit, period, Day);
        TakesRequests = DeadlinePolicy.LateOf(Catalog, grid.Content.Form).After != AfterLock.refuse;
        return fields;
    }

    /// <summary>What stands in the sheet that was sent, as it was read, with its remarks and signatures.</summary>
    bool Mend(string from, int number)
    {
        if (InScope.Submission(Office, Me, from, Role.reporter) is not { } submission || Standing.Of(Office.Warehouse, submission).Tables.FirstOrDefault(table => table.Table.Number == number) is not { } standing) return false;
        if (standing.Table.OrgUnit is not { } code || !Choose(standing.Table.Form, code, standing.Period?.ToString())) return false;
        From = from;
        Open();
        Found = standing.Findings.Where(finding => finding.Severity != Severity.info && finding.Place.Line is not null).ToLookup(finding => finding.Place.Line!);
        var named = Office.Warehouse.Submissions.Answers(submission.SubmissionId).GetValueOrDefault(submission.SubmissionId);
        var read = ReadSubmission.From(Office.Warehouse.Archive.Read, submission, Catalog, named, Office.Limits, HttpContext.RequestAborted);
        if (read.Tables.ElementAtOrDefault(number - 1) is { } table) Written = FieldsOf(table);
        return true;
    }

    static Dictionary<string, string> FieldsOf(MatchedTable table)
    {
        var signed = table.Table.Signature;
        var fields = new Dictionary<string, string>();
        foreach (var cell in table.Cells)
        {
            fields.TryAdd(Field(cell.Line, cell.Column.Id), cell is { State: ValueState.reported, Bound: Bound.exact, Value: { } value, Source.Unreadable: false } ? value.ToString("0.####", CultureInfo.InvariantCulture) : cell.Source.Text);
            if (table.Table.Remarks.GetValueOrDefault(cell.Row) is { } remark) fields.TryAdd(Remark(cell.Line), remark);
        }
        foreach (var (label, words) in new[] { ("单位负责人", signed.ResponsiblePerson), ("填表人", signed.PreparedBy), ("联系电话", signed.Phone), ("报出日期", signed.Date) })
            if (words is { Length: > 0 }) fields[Sign(label)] = words;
        return fields;
    }
}
