using Reporting.Warehouse.Gateway;
using Reporting.Warehouse.Plans;
using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse;

/// <summary>The steps of one load of definitions inside its transaction.</summary>
static class DefinitionSteps
{
    public static string Key(Definition definition) => $"{definition.Kind}:{definition.Id}:{definition.Version}";

    public static Load? Enter(
        WriteTransaction transaction, IReadOnlyList<Definition> changed, IReadOnlyList<string> closed, Catalog catalog, DateOnly today, DateTime now)
    {
        var dues = Difference(transaction.Read<SubmissionDue>("Schema/definitions/known_dues.sql"), AllDues(catalog, today));
        var targets = Difference(transaction.Read<KnownTarget>("Schema/definitions/known_targets.sql"), AllTargets(catalog));
        if (changed.Count == 0 && closed.Count == 0 && dues.IsEmpty && targets.IsEmpty) return null;

        var load = LoadSteps.Begin(transaction, "definitions", now);
        foreach (var key in closed) transaction.Execute("Schema/definitions/close.sql", new { definition = key, load = load.LoadId });
        transaction.Append(DefinitionTables.Definition, changed.Select(definition => new Known<Definition>(Key(definition), definition, load.LoadId)));
        AppendRows(transaction, [.. changed.Select(definition => (Key(definition), DefinitionBody.CatalogFrom([definition])))], load.LoadId);
        foreach (var due in dues.Gone)
            transaction.Execute("Schema/definitions/close_due.sql", new { form = due.Form, unit = due.OrgUnit, start = due.PeriodStart, load = load.LoadId });
        transaction.Append(DefinitionTables.Due, dues.Come.Select(due => new Known<SubmissionDue>("dues", due, load.LoadId)));
        foreach (var gone in targets.Gone)
            transaction.Execute("Schema/definitions/close_target.sql", new { commitment = gone.Commitment, unit = gone.OrgUnit, year = gone.Year, load = load.LoadId });
        transaction.Append(DefinitionTables.Target, targets.Come.Select(target => new Known<(string, Marts.CommitmentTarget)>("targets", (target.District, target.Target), load.LoadId)));
        Redecide(transaction, changed, closed, catalog, load.LoadId);
        return load;
    }

    // Each table once for all that changed: an appender costs as much to open as a hundred rows.
    static void AppendRows(WriteTransaction transaction, IReadOnlyList<(string Key, Catalog One)> changed, long load)
    {
        void Append<T>(AppendedTable<Known<T>> table, Func<Catalog, IEnumerable<T>> rows) =>
            transaction.Append(table, changed.SelectMany(definition => rows(definition.One).Select(row => new Known<T>(definition.Key, row, load))));
        Append(DefinitionTables.OrgUnit, one => one.OrgUnits);
        Append(DefinitionTables.Successor, one => one.OrgUnits.SelectMany(unit => unit.Successors.Select(next => (unit, next))));
        Append(DefinitionTables.Element, one => one.Elements);
        Append(DefinitionTables.Authority, one => one.Elements.SelectMany(Authorities));
        Append(DefinitionTables.Breakdown, one => one.Breakdowns);
        Append(DefinitionTables.Indicator, one => one.Indicators);
        Append(DefinitionTables.Term, one => one.Indicators.SelectMany(Terms));
        Append(DefinitionTables.Form, one => one.Forms);
        Append(DefinitionTables.FormLine, one => one.Forms.SelectMany(form => form.Lines.Select(line => (form, line))));
        Append(DefinitionTables.ObligationLine, one => one.Forms.SelectMany(Owed));
        Append(DefinitionTables.Plan, one => one.Plans);
        Append(DefinitionTables.Commitment, one => one.Plans.SelectMany(plan => plan.Commitments.Select(commitment => (plan, commitment))));
    }

    // Who counts may have changed with any element or unit; figures with any of those and with indicators, forms and dues.
    static void Redecide(WriteTransaction transaction, IReadOnlyList<Definition> changed, IReadOnlyList<string> closed, Catalog catalog, long load)
    {
        var unitsChanged = changed.Any(definition => definition.Kind == DefinitionKind.district) || closed.Any(key => key.StartsWith("district:", StringComparison.Ordinal));
        var elements = unitsChanged ? catalog.Elements.Select(element => element.Id) : changed.Where(definition => definition.Kind == DefinitionKind.element).Select(definition => definition.Id);
        LoadSteps.ReconcileElements(transaction, load, [.. elements.Distinct()]);
        foreach (var slice in transaction.Read<Slice>("Schema/definitions/slices.sql")) LoadSteps.Rebuild(transaction, load, slice.District, slice.Year);
    }

    static IEnumerable<(Element, OrgUnitKind, string)> Authorities(Element element) =>
        element.Authority.Select(authority => (element, authority.Key, authority.Value));

    static IEnumerable<(Indicator, string, Term)> Terms(Indicator indicator) =>
        indicator.Numerator.Select(term => (indicator, "numerator", term)).Concat(indicator.Denominator.Select(term => (indicator, "denominator", term)));

    static IEnumerable<(Form, string, FormLine)> Owed(Form form) =>
        from obligation in form.Obligations
        from line in form.Lines
        where obligation.Owes(line.Number)
        select (form, obligation.Role, line);

    static IEnumerable<SubmissionDue> AllDues(Catalog catalog, DateOnly today)
    {
        if (catalog.Forms.SelectMany(form => form.Obligations).ToList() is not { Count: > 0 } obligations) return [];
        var from = obligations.Min(obligation => obligation.From);
        return catalog.Districts.SelectMany(district => Dues.Of(catalog, district.Code, from, new DateOnly(today.Year + 1, 12, 31)));
    }

    static IEnumerable<KnownTarget> AllTargets(Catalog catalog) =>
        from plan in catalog.Plans
        from year in Enumerable.Range(plan.FirstYear, plan.LastYear - plan.FirstYear + 1)
        from target in PlanTargets.Of(catalog, plan.District, year)
        where plan.Commitments.Any(commitment => commitment.Id == target.Commitment)
        select new KnownTarget(plan.District, target.Commitment, target.Indicator, target.OrgUnit, target.Year, target.Kind, target.Comparator,
            target.Value, target.Unit, target.State, target.Document);

    static Change<T> Difference<T>(IEnumerable<T> known, IEnumerable<T> wanted)
    {
        var (before, after) = (known.ToHashSet(), wanted.ToHashSet());
        return new([.. before.Except(after)], [.. after.Except(before)]);
    }

    sealed record Change<T>(IReadOnlyList<T> Gone, IReadOnlyList<T> Come)
    {
        public bool IsEmpty => Gone.Count == 0 && Come.Count == 0;
    }

    sealed record Slice(string District, int Year);

    sealed record KnownTarget(
        string District, string Commitment, string Indicator, string OrgUnit, int Year, string Kind, string Comparator, decimal? Value, string Unit,
        TargetState State, string? Document)
    {
        public Marts.CommitmentTarget Target => new(Commitment, Indicator, OrgUnit, Year, Kind, Comparator, Value, Unit, State, Document);
    }
}
