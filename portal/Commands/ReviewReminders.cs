using Reporting.Etl.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>催报记录: who was told of what and when; or what would be told today.</summary>
static class ReviewReminders
{
    public static Verb Verb { get; } = new("review reminders", "催报记录：什么时候、催过谁、哪张报表；--dry-run 看今天会催谁", "who was reminded of what and when; --dry-run tells what would be said today")
    {
        Parameters =
        [
            Asked.DistrictOption,
            new("--org", ParameterKind.Text, "只看这个单位", "only this unit") { Shape = "CODE" },
            new("--form", ParameterKind.Text, "只看这张报表", "only this form") { Shape = "FORM" },
            new("--period", ParameterKind.Text, "只看这一期", "only this period") { Shape = "YYYY-MM" },
            Asked.AsOfOption,
            new("--dry-run", ParameterKind.Flag, "今天会催谁，不写也不发", "what would be said today; nothing is written or sent"),
        ],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        office.EnterDefinitions();
        var (warehouse, dryRun) = (office.Warehouse, request.Has("--dry-run"));
        var catalog = warehouse.Definitions.Current;
        var district = Asked.District(request, catalog);
        var unit = Asked.Unit(request, catalog, district.Code)?.Code;
        var form = request["--form"] is { } given ? Asked.Form(given, catalog).Id : null;
        Period? period = request["--period"] is { } asked ? Asked.Period(asked) : null;
        if (dryRun && request["--as-of"] is not null) throw new MisuseException("--dry-run 说的是今天，不能和 --as-of 一起用。", "--dry-run speaks of today; it cannot be used with --as-of.");
        var asOf = request["--as-of"] is null ? long.MaxValue - 1 : Asked.AsOf(request, warehouse).LoadId;
        var rows = (dryRun ? RemindMissing.Run(warehouse, district, ShanghaiTime.DateOf(office.Now), office.Now, dryRun: true).Reminders
                : warehouse.Reminders.Log(district.Code, DateOnly.MinValue, DateOnly.MaxValue, asOf))
            .Where(row => (unit is null || row.OrgUnit == unit) && (form is null || row.Form == form) && (period is null || row.Period == period)).ToList();
        if (request.Json) return Answer.Document(new { district = district.Code, dry_run = dryRun, reminders = rows.Select(Printed) });
        return Answer.Done(rows.Count > 0 ? string.Join('\n', rows.Select(row => InWords(row, catalog)))
            : dryRun ? request.Say("今天没有要催的。", "Nobody is to be reminded today.") : request.Say("没有催报记录。", "Nobody was reminded."));
    }

    static object Printed(Reminder row) => new
    {
        org = row.OrgUnit, row.Form, period = $"{row.Period}", due = row.DueDate, row.Rung, row.Told, row.Addressee, row.State, row.Receipt, told_on = row.ToldOn, told_at = row.ToldAt,
    };

    static string InWords(Reminder row, Catalog catalog) => string.Join("  ",
        ShanghaiTime.Print(row.ToldAt), catalog.OrgUnit(row.OrgUnit)?.Name ?? row.OrgUnit, $"{catalog.Form(row.Form, row.PeriodStart)?.Name ?? row.Form} {row.Period}", $"截止 {row.DueDate:yyyy-MM-dd}",
        row.Told == ReminderReader.leader ? "报告区领导" : Rung(row.Rung), ReviewStatus.Word(row.State) + (row.Receipt is { } receipt ? $" {receipt}" : ""),
        row.Addressee is { } unit && unit != row.OrgUnit ? $"通知 {catalog.OrgUnit(unit)?.Name ?? unit}" : "").TrimEnd();

    internal static string Rung(int rung) => rung switch { < 0 => $"到期前 {-rung} 个工作日", 0 => "到期日", _ => $"逾期 {rung} 个工作日" };
}
