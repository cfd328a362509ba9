using System.Text;

namespace Reporting.Warehouse.Reference;

/// <summary>
/// The definition files of a folder and of the folder that overrides it, read, checked and made into definitions.
/// A file may hold any of <c>district, elements, breakdowns, indicators, form, plan, scheme, lights, reports, deadlines</c>; a .tsv is a calendar named like the file.
/// </summary>
public static class DefinitionFiles
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Where the definitions lie that came with the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "definitions");

    /// <summary>
    /// All definitions written down; which of them stand on a day, <see cref="Definition.InForce(IEnumerable{Definition}, DateOnly)"/> says.
    /// A shipped definition that is overridden without a date of issue is left out.
    /// </summary>
    /// <param name="overrideFolder">May be absent.</param>
    /// <param name="kept">A file in which what was found right is kept for the next process that reads the same; null keeps it in this process only.</param>
    /// <exception cref="DefinitionException">Something is wrong in the files; it names all of it.</exception>
    public static IReadOnlyList<Definition> Read(string shippedFolder, string? overrideFolder, string? kept = null)
    {
        List<SourceFile> files = [.. FilesOf(shippedFolder, overrides: false), .. FilesOf(overrideFolder, overrides: true)];
        return ReadBefore.Of(files, kept, () => Read(files));
    }

    static Definition[] Read(List<SourceFile> files)
    {
        var written = InPlace([.. files.SelectMany(DefinitionsIn)]);
        var replaced = written.Select(item => item.Definition).Where(own => own is { Overrides: true, Issued: null })
            .Select(own => (own.Kind, own.Id)).ToHashSet();
        written.RemoveAll(item => !item.Definition.Overrides && replaced.Contains((item.Definition.Kind, item.Definition.Id)));

        var problems = Problems(files, written);
        return problems.Count == 0 ? [.. written.Select(item => item.Definition)] : throw new DefinitionException(problems);
    }

    // What overrides stands where the shipped one stood: the order of the files is the order in which things are shown.
    static List<WrittenDefinition> InPlace(IReadOnlyList<WrittenDefinition> written)
    {
        var places = new Dictionary<(DefinitionKind, string), int>();
        foreach (var item in written) places.TryAdd((item.Definition.Kind, item.Definition.Id), places.Count);
        return [.. written.OrderBy(item => places[(item.Definition.Kind, item.Definition.Id)])];
    }

    static List<DefinitionProblem> Problems(List<SourceFile> files, List<WrittenDefinition> written)
    {
        List<DefinitionProblem> problems = [.. files.SelectMany(file => file.Problems)];
        // What an unreadable file should have defined would be reported as unknown wherever it is named: first things first.
        if (!files.Any(file => file.IsUnreadable))
        {
            // A value that could not be read has a stand-in; what the checks think of that is no news.
            var misread = problems.Select(problem => (problem.File, problem.Line, problem.Key)).ToHashSet();
            problems.AddRange(DefinitionChecks.Of(written).Where(problem => !misread.Contains((problem.File, problem.Line, problem.Key))));
        }
        return [.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)];
    }

    static List<SourceFile> FilesOf(string? folder, bool overrides)
    {
        if (!Directory.Exists(folder) && overrides) return [];
        try
        {
            return [.. Directory.EnumerateFiles(folder ?? "", "*", SearchOption.AllDirectories).Where(IsDefinitionFile).Order(StringComparer.Ordinal)
                .Select(path => new SourceFile(path, (overrides ? "data/definitions/" : "") + Path.GetRelativePath(folder!, path).Replace('\\', '/'), overrides))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var unreadable = new SourceFile(folder ?? "", "", overrides);
            unreadable.NoteUnreadable(0, $"无法读取这个文件夹，定义文件应在其中（{problem.Message}）", $"this folder of definition files cannot be read ({problem.Message})");
            return [unreadable];
        }
    }

    /// <summary>Whether a folder holds any definition file at all.</summary>
    public static bool AreIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(IsDefinitionFile);

    // Hidden files are what editors and file managers leave behind.
    static bool IsDefinitionFile(string path) => Path.GetExtension(path) is ".yaml" or ".yml" or ".tsv" && !Path.GetFileName(path).StartsWith('.');

    static IEnumerable<WrittenDefinition> DefinitionsIn(SourceFile source) =>
        source.IsUnreadable || TextOf(source) is not { } text ? []
        : source.Path.EndsWith(".tsv", StringComparison.Ordinal) ? [HolidayTable.Read(text, Path.GetFileNameWithoutExtension(source.Path), source)]
        : YamlFile.Read(text, source) is { } map ? InFile(map, source)
        : [];

    static string? TextOf(SourceFile source)
    {
        try
        {
            return Utf8.GetString(source.Bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            source.NoteUnreadable(1, "不是 UTF-8 编码，请在编辑器里另存为 UTF-8", "is not UTF-8; save it as UTF-8");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            source.NoteUnreadable(0, $"无法读取：{problem.Message}", $"cannot be read: {problem.Message}");
        }
        return null;
    }

    static List<WrittenDefinition> InFile(WrittenMap map, SourceFile source)
    {
        var file = new Fields(map, "", source);
        var read = new List<WrittenDefinition>();
        void One<T>(string key, DefinitionKind kind, Func<Fields, T> reader, Func<T, (string, int?)> name) where T : class
        {
            if (file.MapOrNull(key, fields => Written(kind, fields, reader, name)) is { } written) read.Add(written);
        }
        void Many<T>(string key, DefinitionKind kind, Func<Fields, T> reader, Func<T, (string, int?)> name) where T : class =>
            read.AddRange(file.List(key, fields => Written(kind, fields, reader, name)));

        One("district", DefinitionKind.district, DistrictReader.Read, district => (district.Code, null));
        Many("elements", DefinitionKind.element, SeriesReader.Element, element => (element.Id, element.Version));
        Many("breakdowns", DefinitionKind.breakdown, SeriesReader.Breakdown, breakdown => (breakdown.Id, null));
        Many("indicators", DefinitionKind.indicator, SeriesReader.Indicator, indicator => (indicator.Id, indicator.Version));
        One("form", DefinitionKind.form, FormReader.Read, form => (form.Id, form.Version));
        One("plan", DefinitionKind.plan, PlanReader.Read, plan => (plan.Id, null));
        One("scheme", DefinitionKind.scheme, SchemeReader.Read, scheme => (scheme.Id, scheme.Version));
        One("lights", DefinitionKind.lights, LightReader.Read, table => (table.Id, null));
        Many("reports", DefinitionKind.report, ReportPolicyReader.Read, policy => (policy.Id, null));
        Many("deadlines", DefinitionKind.deadline, DeadlineReader.Read, policy => ($"{policy.Period}", null));
        file.NothingElse();
        return read;
    }

    static WrittenDefinition Written<T>(DefinitionKind kind, Fields fields, Func<Fields, T> read, Func<T, (string Id, int? Version)> name) where T : class
    {
        var record = read(fields);
        var (id, version) = name(record);
        return WrittenDefinition.Of(kind, id, version, fields.DateOrNull("issued"), record, fields.Source, fields.Path);
    }
}
