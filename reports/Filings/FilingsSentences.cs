using System.Globalization;
using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Reports.Filings;

/// <summary>The draft of the 通报: who sent in time, who came late, what went back and why, and what is still owed. Each number is counted and bound to what was counted.</summary>
static class FilingsSentences
{
    const int NamedUnits = 5, Trailing = 3, NamedTitles = 3;
    const string OfMonth = "month", OfYear = "year";

    public static IEnumerable<Sentence> Of(FilingsFacts facts)
    {
        if (facts.Content.Cover.AsOfLoad == 0) return ["系统尚无入库数据，还没有收到任何报表。"];
        return new[] { Coverage(facts), Units(facts), Late(facts), Returned(facts), Explained(facts), Owed(facts) }.OfType<Sentence>();
    }

    static Sentence Coverage(FilingsFacts facts)
    {
        var (month, year, number) = (Tally.Of(facts.OfMonth), Tally.Of(facts.OfYear), Told.Count(Fact.month, facts.Month));
        var before = facts.Month > 1 && facts.At(facts.Year, facts.Month - 1).Share is { } share ? Sentence.Of($"（上月{Share(share, "before")}）") : Sentence.Empty;
        var now = month.Due == 0 ? Sentence.Of($"{number}月的报表尚未到期") : Sentence.Of($"{number}月到期报表{Counted(month, OfMonth)}，按时率{Share(month.Share!.Value, OfMonth)}{before}");
        return year.Due == 0 ? Sentence.Of($"{now}。") : Sentence.Of($"{now}；本年累计到期{Counted(year, OfYear)}，按时率{Share(year.Share!.Value, OfYear)}。");
    }

    static Sentence Counted(Tally tally, string span) => Sentence.Of(
        $"{Told.Count(Fact.filings_due, tally.Due, span)}份，已入库{Told.Count(Fact.filings_in, tally.Loaded, span)}份，其中按时{Told.Count(Fact.filings_on_time, tally.OnTime, span)}份{(tally.Nil == 0 ? Sentence.Empty : Sentence.Of($"、零报告{Told.Count(Fact.filings_nil, tally.Nil, span)}份"))}");

    static Told Share(decimal share, string span, string unit = "") => new(Fact.on_time_share, share, $"{ChineseWords.Figure(share * 100, 1)}%", span, unit);

    static Sentence? Units(FilingsFacts facts)
    {
        var owing = facts.Units.Where(unit => unit.Year.Due > 0).ToList();
        if (owing.Count == 0) return null;
        var all = owing.Count(unit => unit.Year.OnTime == unit.Year.Due);
        var behind = owing.Where(unit => unit.Year.OnTime < unit.Year.Due).Reverse().Take(Trailing).Select(unit => Sentence.Of($"{unit.Name}（{Share(unit.Year.Share!.Value, OfYear, unit.OrgUnit)}）")).ToList();
        return Sentence.Of($"有到期报表的{Told.Count(Fact.units_owing, owing.Count)}家单位中，本年全部按时的{Told.Count(Fact.units_all_on_time, all)}家{(behind.Count == 0 ? Sentence.Empty : Sentence.Of($"；按时率居后的是{Sentence.Join("、", behind)}"))}。");
    }

    static Sentence? Late(FilingsFacts facts)
    {
        var (month, year) = (Tally.Of(facts.OfMonth), Tally.Of(facts.OfYear));
        if (year.Due == 0) return null;
        var late = facts.Units.Where(unit => unit.Month.Late > 0).OrderBy(unit => facts.OrderOf(unit.OrgUnit)).Select(unit => unit.Name).ToList();
        var now = month.Late + month.Open == 0 ? "本月没有迟报和未完成的" : Sentence.Of($"本月迟报{Told.Count(Fact.filings_late, month.Late, OfMonth)}份{Named(late, Fact.units_late)}，未完成{Told.Count(Fact.filings_open, month.Open, OfMonth)}份");
        return Sentence.Of($"{now}；本年累计迟报{Told.Count(Fact.filings_late, year.Late, OfYear)}份，未完成{Told.Count(Fact.filings_open, year.Open, OfYear)}份。");
    }

    static Sentence Named(List<string> names, Fact count) => names.Count == 0 ? Sentence.Empty
        : names.Count <= NamedUnits ? $"（{string.Join("、", names)}）" : Sentence.Of($"（{string.Join("、", names.Take(NamedUnits))}等{Told.Count(count, names.Count)}家）");

    static Sentence Returned(FilingsFacts facts)
    {
        var sheets = facts.Content.Returns.DistinctBy(row => row.TableId).ToList();
        if (sheets.Count == 0) return "本年没有退回的报表。";
        var now = facts.Content.Statuses.ToLookup(status => (status.OrgUnit, status.Form, status.PeriodStart));
        var open = sheets.Where(sheet => now[(sheet.OrgUnit, sheet.Form, sheet.PeriodStart)].Any(status => status.State == "returned")).DistinctBy(sheet => (sheet.OrgUnit, sheet.Form, sheet.PeriodStart)).Count();
        var why = ReturnsSheet.ByTitle(facts).Take(NamedTitles).Select(title => Sentence.Of($"{title.Title}（{Told.Count(Fact.returned_with, title.Rows.DistinctBy(row => row.TableId).Count(), title.Title)}份）"));
        return Sentence.Of($"本年退回{Told.Count(Fact.sheets_returned, sheets.Count)}份，涉及{Told.Count(Fact.units_returned, sheets.Select(sheet => sheet.OrgUnit).Distinct().Count())}家单位，最多的问题是{Sentence.Join("、", why)}；{(open == 0 ? "都已重报" : Sentence.Of($"还有{Told.Count(Fact.returned_open, open)}份退回后没有重报"))}。");
    }

    static Sentence? Explained(FilingsFacts facts)
    {
        var (warnings, explained) = (facts.OfYear.Sum(status => status.Warnings), facts.OfYear.Sum(status => status.Explained));
        if (warnings == 0) return null;
        var waiting = facts.OfYear.Count(status => status.State == "awaiting_explanation");
        return Sentence.Of($"本年在册各表有核对提示{Told.Count(Fact.warnings, warnings)}条，其中{Told.Count(Fact.explained, explained)}条写明了原因；{(waiting == 0 ? "没有待说明的报表" : Sentence.Of($"待说明的报表{Told.Count(Fact.filings_open, waiting, "awaiting_explanation")}份"))}。");
    }

    static Sentence Owed(FilingsFacts facts)
    {
        if (facts.Owed.Count == 0) return "到期报表都已入库，没有欠报。";
        var states = facts.Owed.GroupBy(status => status.State).OrderByDescending(state => state.Count()).ThenBy(state => state.Key, StringComparer.Ordinal)
            .Select(state => Sentence.Of($"{OwedTable.State(state.First())}{Told.Count(Fact.owed_in_state, state.Count(), state.Key)}份"));
        var (first, units) = (facts.Owed[0], facts.Owed.Select(status => status.OrgUnit).Distinct().Count());
        return Sentence.Of($"到期而没有入库的还有{Told.Count(Fact.owed, facts.Owed.Count)}份（{(facts.Owed.Any(status => status.PeriodStart.Year < facts.Year) ? "含往年的；" : "")}{Sentence.Join("，", states)}），涉及{Told.Count(Fact.units_owed, units)}家单位；欠得最久的是{facts.NameOf(first.OrgUnit)}的{facts.FormName(first.Form, first.PeriodStart)}，已逾期{Told.Count(Fact.days_overdue, facts.DaysOverdue(first))}天。");
    }
}
