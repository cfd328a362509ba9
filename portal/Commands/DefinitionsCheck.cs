using Reporting.Warehouse;
using Reporting.Warehouse.Assessment;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Commands;

/// <summary>Checks definition files and says what a change of them would touch; nothing is written.</summary>
static class DefinitionsCheck
{
    public static Verb Verb { get; } = new("definitions check", "检查定义文件，说明改动会影响什么（只试算，不写入）", "check definition files and say what a change would touch; nothing is written")
    {
        Parameters =
        [
            new("--against", ParameterKind.Folder, "改好的定义文件所在的目录；与数据目录 definitions/ 里同名的以它为准，其余照旧", "folder with the changed files; they stand in for those of the same name in definitions/ of the data folder")
            { Shape = "FOLDER" },
        ],
        Run = Run,
        IsHeavy = true,
    };

    static Answer Run(Request request, Office office)
    {
        var (warehouse, against) = (office.Warehouse, request["--against"]);
        if (against is not null && !DefinitionFiles.AreIn(against))
            throw new MisuseException($"{against} 里没有定义文件（.yaml），没有可试算的。", $"There is no definition file (.yaml) in {against}: nothing to try.");
        var (tried, written, problems) = Tried(office, against);
        if (tried is null)
            return request.Json ? Answer.Document(new { Ok = false, Problems = problems }, exitCode: 3)
                : Answer.Refused("", request.Say($"定义文件有 {problems.Count} 处错误，改正以前不会生效：\n{string.Join('\n', problems)}",
                    $"{problems.Count} problem(s) in the definition files:\n{string.Join('\n', problems.Select(problem => problem.ToStringEn()))}"));
        return request.Json ? Answer.Document(Printed(tried)) : Answer.Done(TrialText.Of(tried, warehouse.Definitions.Current, written));
    }

    /// <summary>What the files of the data folder, or changed ones in their place, would touch; null with what is wrong with them.</summary>
    /// <param name="against">A folder with the changed ones.</param>
    internal static (TriedDefinitions? Tried, IReadOnlyList<Definition> Written, IReadOnlyList<DefinitionProblem> Problems) Tried(Office office, string? against)
    {
        var (written, problems) = Laid(office.Data.Definitions, against);
        return (problems.Count > 0 ? null : DefinitionTrial.Of(office.Warehouse.Definitions, office.Warehouse.Marts, written, ShanghaiTime.DateOf(office.Now), office.Now), written, problems);
    }

    /// <summary>What would be written were the folder's files laid into the data folder. They are laid into a folder of their own, which is gone again.</summary>
    static (IReadOnlyList<Definition> Written, IReadOnlyList<DefinitionProblem> Problems) Laid(string own, string? against)
    {
        var together = Directory.CreateTempSubdirectory("definitions-").FullName;
        try
        {
            var origin = new Dictionary<string, string>();
            foreach (var folder in new[] { own, against }.OfType<string>().Where(Directory.Exists))
                foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                {
                    var to = Path.Combine(together, Path.GetRelativePath(folder, path));
                    Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                    File.Copy(path, to, overwrite: true);
                    origin[to] = path;
                }
            try { return (DefinitionFiles.Read(DefinitionFiles.ShippedFolder, together), []); }
            catch (DefinitionException wrong) { return ([], [.. wrong.Problems.Select(problem => problem with { File = origin.GetValueOrDefault(problem.File, problem.File) })]); }
        }
        finally { Directory.Delete(together, recursive: true); }
    }

    static object Printed(TriedDefinitions tried) => new
    {
        Ok = true, tried.Day, tried.Changes, tried.Reach.Elements, tried.Reach.Indicators, tried.Reach.Forms, tried.Reach.Commitments, tried.Reach.Plans, tried.Reach.Schemes,
        LightDistricts = tried.Reach.Lights,
        HeldValues = tried.HeldValues.Select(held => new { held.Element, held.Values }),
        Evaluations = tried.Evaluations.Select(change => new
        {
            change.Plan, Org = change.OrgUnit, change.Year, change.Commitment, change.Version, change.Name, Before = Side(change.Before), After = Side(change.After),
        }),
        Scores = tried.Scores.Select(change => new
        {
            change.Year, change.Moved.Scheme, Org = change.Moved.OrgUnit, change.Moved.Name, change.Moved.Before, change.Moved.After, change.Moved.Rules,
        }),
        Lights = tried.Lights.Select(change => new { Org = change.OrgUnit, change.Year, change.Commitment, change.Version, change.Name, change.Before, change.After }),
    };

    static object? Side(Evaluation? one) => one is null ? null : new { one.State, StateWords = one.Words, one.Value, one.Target, one.Attainment, one.Unit };
}
