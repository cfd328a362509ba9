using System.Globalization;
using System.Text;
using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Jobs;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Answers;

/// <summary>
/// A trial district in which each kind of mistake has a town for each writer, thirteen months held of every one of them, and one form that
/// has something of everything: parts, a stock, a seasonal line, a line that is not required, a quoted column, a signature.
/// </summary>
public sealed class TripDistrict : IDisposable
{
    internal static readonly IReadOnlyList<FileKind> Writers = [FileKind.excel, FileKind.wps, FileKind.libre_office];
    internal static readonly Period Month = Period.Month(2022, 2);

    const string Names = "柏枫桂槐桦榆榕梅桃杏李桑柳松杉椿楠梧桐樟棠榛柚橘枣栗荷莲菊兰芦苇蒲蓉薇蔷芸芷茗苏茜荻菱";
    const string Sides = "岭渡浦";

    internal TrialDistrict Trial { get; }

    public TripDistrict()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var units = string.Concat(TripKinds.All.Index().SelectMany(kind => Writers.Index()
            .Select(writer => $"    - {{ code: \"{CodeOf(kind.Index, writer.Index)}\", name: {Names[kind.Index]}{Sides[writer.Index]}镇, kind: township }}\n")));
        const string anchor = "    - { code: \"310999101\"";
        Trial = new(yaml => yaml.Replace(anchor, units + anchor, StringComparison.Ordinal), More);
        var history = Trial.Submit("历史.csv", History());
        // Line 7 rises after its first quarter, as it does each year.
        Assert.Equal((TableState.loaded, "month_jump"), (history.State, string.Join(' ', history.AllFindings.Select(finding => finding.Code).Distinct())));
    }

    public void Dispose() => Trial.Dispose();

    /// <summary>Sends files in one go, each over its unit's channel; the answers in the same order.</summary>
    internal IReadOnlyList<AnswerContent> Send(IReadOnlyList<(byte[] Bytes, OrgUnit Unit)> files)
    {
        var taken = TakeFiles.Run(Trial.Warehouse, [.. files.Select(file => new ArrivedFile("报表.xlsx", () => new MemoryStream(file.Bytes), "test", file.Unit.Code, file.Unit.Code, "test"))], TrialDistrict.Now);
        Assert.All(taken, each => Assert.True(each.IsNew));
        var answers = SettleSubmissions.Unsettled(Trial.Warehouse, TrialDistrict.Now, "test").ToDictionary(answer => answer.Submission.SubmissionId);
        return [.. taken.Select(each => answers[each.Submission.SubmissionId])];
    }

    internal Catalog Catalog => Trial.Warehouse.Definitions.Current;

    internal Form Form => Catalog.Forms.Single(form => form.Id == "trip-monthly");

    internal OrgUnit Unit(int kind, int writer) => Catalog.OrgUnit(CodeOf(kind, writer))!;

    static string CodeOf(int kind, int writer) => string.Create(CultureInfo.InvariantCulture, $"310999{200 + kind * Writers.Count + writer}");

    /// <summary>What is true of a month alone; steady, but for line 7, which stands high outside of the first quarter.</summary>
    static decimal Of(int line, Period period)
    {
        var month = (period.Start.Year - 2021) * 12 + period.Start.Month - 1;
        return line switch
        {
            1 => 120 + month * 7 % 30,
            2 => 32 + month * 5 % 9,
            3 => 20 + month * 3 % 11,
            4 => 210 + month * 11 % 40,
            5 => 3000 + month * 13 % 90,
            6 => 30 + month * 5 % 12,
            7 => period.Start.Month <= 3 ? 20 + month % 5 : 600 + month * 3 % 40,
            8 => 12 + month % 4,
            _ => (10 + month % 3) * 10_000,
        };
    }

    internal static decimal True(FormLine line, FormColumn column, Period period) => True(line.Number, column.Basis, period.YearsBack(column.YearsBack));

    internal static decimal True(int line, Basis basis, Period period) => basis == Basis.in_period ? Of(line, period)
        : Enumerable.Range(1, period.Start.Month).Sum(month => Of(line, Period.Month(period.Start.Year, month)));

    string History()
    {
        var rows = new StringBuilder("district,org,element,period,basis,breakdown,value,state\n");
        foreach (var unit in Catalog.OrgUnits.Where(unit => string.CompareOrdinal(unit.Code, "310999200") >= 0 && unit.Code.Length == 9))
            for (var period = Period.Month(2021, 1); period.CompareTo(Month) < 0; period = period.Next())
                foreach (var line in Form.Lines)
                {
                    void Row(Basis basis) => rows.Append(CultureInfo.InvariantCulture,
                        $"310999,{unit.Code},{line.Element},{period},{basis},{(line.Number == 2 ? "female" : "total")},{True(line.Number, basis, period)},reported\n");
                    Row(Basis.in_period);
                    if (line.Number != 5 && period.Start.Month is 1 or 2 or 11 or 12) Row(Basis.year_to_date);
                }
        return rows.ToString();
    }

    const string More = """
        elements:
          - { id: trip_served, name: 窗口服务对象, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_founders, name: 创业帮扶对象, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_guided, name: 职业指导人次, unit: 人次, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_jobless, name: 期末失业登记人数, unit: 人, kind: stock, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_interns, name: 青年见习人次, unit: 人次, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_harvest, name: 农忙用工人次, unit: 人次, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_disabled, name: 残疾人帮扶对象, unit: 人, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
          - { id: trip_online, name: 线上咨询人次, unit: 人次, kind: flow, rollup: sum, authority: { township: township }, meaning: 试 }
        ---
        form:
          id: trip-monthly
          name: 窗口服务月报表
          number: 试20表
          issued_by: 试
          document: 试
          applies_from: 2011-01-01
          period: month
          district: "310999"
          signature: true
          titles: [窗口服务月报表]
          columns:
            - { id: month, title: 本月数, basis: in_period, aliases: [本月] }
            - { id: ytd, title: 本年累计, basis: year_to_date, aliases: [累计] }
            - { id: last, title: 上年同期累计, basis: year_to_date, years_back: 1, aliases: [上年同期] }
          lines:
            - { number: 1, label: 窗口服务对象, element: trip_served, unit: 人, minimum: 0 }
            - { number: 2, label: "其中：女性", element: trip_served, breakdown: female, unit: 人, level: 1, minimum: 0 }
            - { number: 3, label: 创业帮扶对象, element: trip_founders, unit: 人, minimum: 0 }
            - { number: 4, label: 职业指导人次, element: trip_guided, unit: 人次, minimum: 0 }
            - { number: 5, label: 期末失业登记人数, element: trip_jobless, unit: 人, minimum: 0, columns: [month] }
            - { number: 6, label: 青年见习人次, element: trip_interns, unit: 人次, minimum: 0 }
            - { number: 7, label: 农忙用工人次, element: trip_harvest, unit: 人次, minimum: 0 }
            - { number: 8, label: 残疾人帮扶对象, element: trip_disabled, unit: 人, minimum: 0, required: false }
            - { number: 9, label: 线上咨询人次, element: trip_online, unit: 人次, minimum: 0 }
          rules:
            - { code: part_above_whole, expression: 1 >= 2, severity: error }
          obligations:
            - { role: township, from: 2011-01-01, due_working_day: 5 }
        """;
}
