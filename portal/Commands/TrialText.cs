using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Commands.Digits;

namespace Reporting.Portal.Commands;

/// <summary>What a change of definitions would touch, in words.</summary>
static class TrialText
{
    /// <summary>More names than these are counted, not listed.</summary>
    const int Listed = 12, ListedEvaluations = 60;

    const string NoChange = "定义文件没有错误，和系统里现在用的一致，没有改动。";

    public static string Of(TriedDefinitions tried, Catalog catalog, IReadOnlyList<Definition> written) => tried.Changes.Count == 0 ? NoChange : string.Join('\n',
    [
        .. Reach(tried, catalog, written), .. Evaluations(tried, catalog), .. Scores(tried, catalog), .. Lights(tried, catalog),
    ]);

    /// <summary>The same for whoever sees no figures: what is touched, and how many results would change.</summary>
    public static string WithoutFigures(TriedDefinitions tried, Catalog catalog, IReadOnlyList<Definition> written) => tried.Changes.Count == 0 ? NoChange : string.Join('\n',
    [
        .. Reach(tried, catalog, written), $"会变的：考核结果 {tried.Evaluations.Count} 项，得分、名次、等次 {tried.Scores.Count} 家次，亮灯 {tried.Lights.Count} 盏。",
    ]);

    static IReadOnlyList<string> Reach(TriedDefinitions tried, Catalog catalog, IReadOnlyList<Definition> written)
    {
        var names = Names(catalog, DefinitionBody.CatalogFrom(Definition.InForce(written, tried.Day)));
        string Named(string id) => names.TryGetValue(id, out var name) && name != id ? $"{name}（{id}）" : id;
        return
        [
            $"定义文件没有错误。以下按 {tried.Day:yyyy-MM-dd} 起生效试算，没有写入。", "",
            $"改动 {tried.Changes.Count} 项：", .. tried.Changes.Select(change => $"  {Turn(change.Turn)}  {Kind(change.Kind)}  {Named(change.Id)}{(change.Version is > 1 ? $"  第 {change.Version} 版" : "")}  {change.File}{Same(change)}"), "",
            "影响到：",
            Line("填报指标", tried.Reach.Elements.Select(Named)), Line("指标", tried.Reach.Indicators.Select(Named)), Line("报表", tried.Reach.Forms.Select(Named)),
            Line("承诺", tried.Reach.Commitments.Select(Named)), Line("评分办法", tried.Reach.Schemes.Select(Named)), Line("亮灯标准", tried.Reach.Lights.Select(Named)),
            Line("已入库的数", tried.HeldValues.Select(held => $"{Named(held.Element)} {held.Values:#,##0} 个")), "",
        ];
    }

    // Content under an old version number is applied to the years that are over too.
    static string Same(DefinitionChange change) => change is not { Turn: DefinitionTurn.changed, Kind: DefinitionKind.scheme } ? ""
        : $"\n    注意：内容变了，版本号没有变（仍是第 {change.Version} 版），它所管的年份都会按新内容重算，过完的年份也在内；只管以后的，另写一版（version、first_year）。";

    static string Line(string title, IEnumerable<string> names) => names.ToList() switch
    {
        [] => $"  {title}：无",
        { Count: > Listed } many => $"  {title} {many.Count} 项：{string.Join('、', many.Take(Listed))} 等",
        var few => $"  {title} {few.Count} 项：{string.Join('、', few)}",
    };

    static IEnumerable<string> Evaluations(TriedDefinitions tried, Catalog catalog)
    {
        if (tried.Evaluations.Count == 0) return ["考核结果：没有一项会变。"];
        var units = tried.Evaluations.Select(change => change.OrgUnit).Distinct().Count();
        return
        [
            $"考核结果有 {tried.Evaluations.Count} 项会变（{units} 个单位）：",
            .. tried.Evaluations.Take(ListedEvaluations).Select(change => $"  {catalog.OrgUnit(change.OrgUnit)?.Name ?? change.OrgUnit}  {(change.Year is { } year ? $"{year} 年" : "整个规划期")}  "
                + $"{change.Name}{(change.Version > 1 ? $"（第 {change.Version} 版）" : "")}：{Side(change.Before)} → {Side(change.After)}"),
            .. tried.Evaluations.Count > ListedEvaluations ? [$"  …… 还有 {tried.Evaluations.Count - ListedEvaluations} 项，用 --json 看全部"] : Array.Empty<string>(),
        ];
    }

    static IEnumerable<string> Scores(TriedDefinitions tried, Catalog catalog) => tried.Scores.Count == 0 ? ["得分、名次、等次：没有一家会变。"] :
    [
        $"得分、名次、等次有 {tried.Scores.Count} 家次会变：",
        .. tried.Scores.Take(ListedEvaluations).GroupBy(change => (change.Year, change.Moved.Scheme))
            .SelectMany(board => RunDiffText.Scores(board.Key.Scheme, [.. board.Select(change => change.Moved)], catalog, board.Key.Year)),
        .. tried.Scores.Count > ListedEvaluations ? [$"  …… 还有 {tried.Scores.Count - ListedEvaluations} 家次，用 --json 看全部"] : Array.Empty<string>(),
    ];

    static IEnumerable<string> Lights(TriedDefinitions tried, Catalog catalog) => tried.Lights.Count == 0 ? ["亮灯：没有一盏会变。"] :
    [
        $"亮灯有 {tried.Lights.Count} 盏会变：",
        .. tried.Lights.Take(ListedEvaluations).Select(change => $"  {catalog.OrgUnit(change.OrgUnit)?.Name ?? catalog.District(change.OrgUnit)?.Name ?? change.OrgUnit}  {change.Year} 年  "
            + $"{change.Name}{(change.Version > 1 ? $"（第 {change.Version} 版）" : "")}：{Light(change.Before)} → {Light(change.After)}"),
        .. tried.Lights.Count > ListedEvaluations ? [$"  …… 还有 {tried.Lights.Count - ListedEvaluations} 盏，用 --json 看全部"] : Array.Empty<string>(),
    ];

    static string Light(LightColour? light) => light is { } lit ? $"{lit.InWords()}灯" : "没有灯";

    static string Side(Evaluation? one) => one is null ? "没有这一项"
        : $"{Number(one.Value)}{(one.Target is null ? "" : $"/{Number(one.Target)}")} {one.Unit} {one.Words}".TrimStart();

    static Dictionary<string, string> Names(params IEnumerable<Catalog> catalogs)
    {
        var names = new Dictionary<string, string>();
        foreach (var (id, name) in catalogs.SelectMany(catalog => (IEnumerable<(string, string)>)
            [
                .. catalog.Districts.Select(one => (one.Code, one.Name)), .. catalog.Elements.Select(one => (one.Id, one.Name)), .. catalog.Breakdowns.Select(one => (one.Id, one.Name)),
                .. catalog.Forms.Select(one => (one.Id, one.Name)), .. catalog.Plans.Select(one => (one.Id, one.Name)), .. catalog.Schemes.Select(one => (one.Id, one.Name)),
                .. catalog.Indicators.Select(one => (one.Id, one.Name)), .. catalog.Plans.SelectMany(plan => plan.Commitments).Select(one => (one.Id, one.Name ?? one.Id)),
            ])) names[id] = name;
        return names;
    }

    static string Turn(DefinitionTurn turn) => turn switch { DefinitionTurn.added => "新增", DefinitionTurn.removed => "去掉", _ => "修改" };

    static string Kind(DefinitionKind kind) => kind switch
    {
        DefinitionKind.district => "区和单位",
        DefinitionKind.element => "填报指标",
        DefinitionKind.breakdown => "分组",
        DefinitionKind.indicator => "指标",
        DefinitionKind.form => "报表",
        DefinitionKind.plan => "规划",
        DefinitionKind.calendar => "节假日表",
        DefinitionKind.scheme => "评分办法",
        DefinitionKind.lights => "亮灯标准",
        DefinitionKind.report => "签发办法",
        DefinitionKind.deadline => "报送期限办法",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "没有这类定义"),
    };
}
