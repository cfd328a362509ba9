namespace Reporting.Warehouse.Reference;

/// <summary>A definition read from a file, with the way back to its lines.</summary>
/// <param name="Record">The typed record of the definition's kind.</param>
/// <param name="Path">Where it stands in the file, such as <c>elements[2]</c>.</param>
sealed record WrittenDefinition(Definition Definition, object Record, SourceFile Source, string Path)
{
    public static WrittenDefinition Of(
        DefinitionKind kind, string id, int? version, DateOnly? issued, object record, SourceFile source, string path) =>
        new(DefinitionBody.Of(kind, id, version, issued, source.Name, record) with { Overrides = source.Overrides }, record, source, path);

    /// <summary>A problem at a place below this definition, such as <c>lines[3].element</c>.</summary>
    public DefinitionProblem Problem(string place, string message, string messageEn) =>
        Source.ProblemAt(place.Length == 0 ? Path : Path.Length == 0 ? place : $"{Path}.{place}", message, messageEn);
}
