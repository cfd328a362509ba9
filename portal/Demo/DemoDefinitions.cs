using System.Text.RegularExpressions;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>
/// Definitions of the demo's own, each with the day from which it stands: two townships become one, and obligations end with the demo.
/// They are written as an office would write them, into the data folder's <c>definitions/</c>, out of the shipped files.
/// </summary>
static partial class DemoDefinitions
{
    /// <summary>演示虚构：新村乡并入绿华镇。Nothing of the kind has been decided; the demo shows how a merger is told.</summary>
    public static readonly DemoMerger Merger = new(DemoProfiles.Chongming, "310151201", "310151111", new(2022, 6, 30));

    static readonly DateOnly ObligationsEndFrom = new(2023, 1, 1);

    static string Shipped => Path.Combine(DefinitionFiles.ShippedFolder, "Reference");

    public static void Write(DataFolder data, Period last)
    {
        Directory.CreateDirectory(data.Definitions);
        Put(data, "demo-merger.yaml", WithMerger(Text(FileOf("districts", $"code: \"{Merger.District}\""))));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Shipped, "forms"), "*.yaml", SearchOption.AllDirectories))
            if (Text(path) is var form && form.Contains("due_working_day:", StringComparison.Ordinal)) // nobody owes a notice
                Put(data, $"demo-{Path.GetRelativePath(Path.Combine(Shipped, "forms"), path).Replace(Path.DirectorySeparatorChar, '-')}", Ending(form, path, last));
    }

    /// <summary>All that is defined once everything has been issued: the demo is planned by what will be known in the end.</summary>
    public static Catalog AtTheEnd(DataFolder data, Period last) =>
        DefinitionBody.CatalogFrom(Definition.InForce(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, data.Definitions), last.End));

    static string WithMerger(string district)
    {
        var marked = $"# 演示虚构：{Merger.LastDay:yyyy-MM-dd} 起两个乡镇合并，并无此事。\n"
            + district.Replace("district:\n", $"district:\n  issued: {Merger.LastDay.AddDays(1):yyyy-MM-dd}\n", StringComparison.Ordinal);
        var unit = $"code: \"{Merger.Unit}\",";
        var merged = marked.Replace(unit, $"{unit} valid_to: {Merger.LastDay:yyyy-MM-dd}, successors: [{{ code: \"{Merger.Into}\", share: 1 }}],", StringComparison.Ordinal);
        return merged != marked && marked.Contains("issued:", StringComparison.Ordinal) ? merged
            : throw new InvalidOperationException($"the district's file is not written as the demo expects: district: and {unit} are where its merger enters");
    }

    /// <summary>Months end with the demo; whole years with the last that ended in it, plans before it.</summary>
    static string Ending(string form, string path, Period last)
    {
        var to = form.Contains("period: plan", StringComparison.Ordinal) ? DemoPlan.First.Start.AddDays(-1)
            : form.Contains("period: year", StringComparison.Ordinal) ? new(last.Start.Year - 1, 12, 31) : last.End;
        var ended = FormHead().Replace(DueDay().Replace(form, obligation => $"{obligation.Groups[1].Value}, to: {to:yyyy-MM-dd}, due_working_day:"),
            $"form:\n  issued: {ObligationsEndFrom:yyyy-MM-dd}\n", 1);
        return ended.Contains("issued: ", StringComparison.Ordinal) && ended.Contains(", to: ", StringComparison.Ordinal) ? ended
            : throw new InvalidOperationException($"{path} is not written as the demo expects: form: and due_working_day: are where its obligations end");
    }

    static string FileOf(string folder, string words) => Directory.EnumerateFiles(Path.Combine(Shipped, folder), "*.yaml", SearchOption.AllDirectories)
        .First(path => File.ReadAllText(path).Contains(words, StringComparison.Ordinal));

    static string Text(string path) => File.ReadAllText(path);

    static void Put(DataFolder data, string name, string text) => File.WriteAllText(Path.Combine(data.Definitions, name), text);

    // An obligation on one line: { role: …, from: …, due_working_day: 5 }.
    [GeneratedRegex(@"(\{ *role:[^{}\n]*?), due_working_day:")]
    private static partial Regex DueDay();
    [GeneratedRegex(@"^form:\n", RegexOptions.Multiline)]
    private static partial Regex FormHead();
}
