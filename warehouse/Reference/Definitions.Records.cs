namespace Reporting.Warehouse.Reference;

/// <summary>A district: it is itself an org unit (kind <c>district</c>, the first of <see cref="Units"/>) and holds the others.</summary>
public sealed record District(string Code, string Name, IReadOnlyList<OrgUnit> Units);

/// <summary>
/// Who reports or is measured, during one span of validity. Official codes are digits; a unit without one carries letters
/// (<c>310151-JYCJ</c>), never invented digits.
/// </summary>
/// <param name="Role">What forms and authorities speak of: <c>township</c>, <c>park</c>, <c>employment_center</c> …</param>
/// <param name="Counts">Whether its figures are part of the district's sum (a park that overlaps townships is not).</param>
/// <param name="Measures">The unit its figures are about: itself, or the district for a department.</param>
/// <param name="ReportsFor">Other units whose sheets it may send through its own channel (代报), by code.</param>
/// <param name="ValidTo">Last day of validity; null while it stands.</param>
/// <param name="Successors">Who went on with it after <paramref name="ValidTo"/>.</param>
/// <param name="Parent">The unit it is a part of: a village's township; null for the district.</param>
public sealed record OrgUnit(
    string District, string Code, string Name, OrgUnitKind Kind, string Role, bool Counts, string Measures,
    DateOnly ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Aliases, IReadOnlyList<string> ReportsFor, IReadOnlyList<Successor> Successors,
    string? Parent = null)
{
    /// <summary>People who live there, where somebody has written it down; targets can be split by it.</summary>
    public Population? Population { get; init; }

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <param name="Source">Where it was published: 第七次全国人口普查.</param>
public sealed record Population(int People, int Year, string Source);

/// <param name="Share">Part of the predecessor that went there; null where a split has no agreed shares.</param>
public sealed record Successor(string Code, decimal? Share);

/// <summary>
/// One version of an element (填报指标). A change of unit or meaning is a new version and a break in the series.
/// </summary>
/// <param name="Authority">Which role is the authority at which level of the measured unit. A level without an entry has none:
/// for <c>district</c> that means the total is rolled up from the units.</param>
/// <param name="Forms">Forms allowed to feed it; more than one must be declared here.</param>
/// <param name="AppliesFrom">First day of the first period this version speaks of; <c>AppliesUntil</c> the last, null while it stands.</param>
public sealed record Element(
    string Id, int Version, string Name, string Unit, ElementKind Kind, Rollup Rollup, IReadOnlyDictionary<OrgUnitKind, string> Authority,
    IReadOnlyList<string> Forms, DateOnly AppliesFrom, DateOnly? AppliesUntil, string Meaning)
{
    public bool AppliesTo(DateOnly periodStart) => AppliesFrom <= periodStart && (AppliesUntil is null || periodStart <= AppliesUntil);
}

/// <summary>分组（其中）: part of a whole. <c>total</c> is the whole itself and is always defined.</summary>
/// <param name="Group">Members of one group are alternatives (sex: female, male).</param>
/// <param name="Exhaustive">Whether the members of the group together are the whole.</param>
public sealed record Breakdown(string Id, string Name, string Group, bool Exhaustive)
{
    public const string Total = "total";
}

/// <summary>
/// What a plan speaks of: a sum of terms, or a ratio of two such sums. Recomputed at the lowest level that has all terms.
/// </summary>
/// <param name="Denominator">Empty for a plain value.</param>
/// <param name="Decimals">Decimals at which it is printed.</param>
/// <param name="Unit">For a ratio in per cent: <c>%</c>; the stored figure stays a fraction of its terms.</param>
public sealed record Indicator(
    string Id, int Version, string Name, string Unit, int Decimals, IReadOnlyList<Term> Numerator, IReadOnlyList<Term> Denominator,
    DateOnly AppliesFrom, DateOnly? AppliesUntil, string Meaning)
{
    public bool IsRatio => Denominator.Count > 0;
    public bool AppliesTo(DateOnly periodStart) => AppliesFrom <= periodStart && (AppliesUntil is null || periodStart <= AppliesUntil);
}

/// <param name="Factor">Usually 1; −1 subtracts.</param>
public sealed record Term(string Element, string Breakdown, TimeRule Time, decimal Factor);

/// <summary>One version of a form (报表).</summary>
/// <param name="Number">表号, such as <c>崇就业01表</c>.</param>
/// <param name="Titles">Words a sheet of this form carries in its title, the official one first.</param>
/// <param name="ValidUntil">有效期至, printed on the form; null where none is set.</param>
public sealed record Form(
    string Id, int Version, string Name, string Number, string IssuedBy, string Document, DateOnly AppliesFrom, DateOnly? AppliesUntil,
    DateOnly? ValidUntil, PeriodKind Period, string District, IReadOnlyList<string> Titles, IReadOnlyList<FormColumn> Columns,
    IReadOnlyList<FormLine> Lines, IReadOnlyList<FormRule> Rules, IReadOnlyList<Obligation> Obligations)
{
    public bool AppliesTo(DateOnly periodStart) => AppliesFrom <= periodStart && (AppliesUntil is null || periodStart <= AppliesUntil);
    public FormLine? Line(int number) => Lines.FirstOrDefault(line => line.Number == number);
    public FormColumn? Column(string id) => Columns.FirstOrDefault(column => column.Id == id);

    /// <summary>The district looks at each sheet before it counts.</summary>
    public bool? NeedsReview { get; init; }

    /// <summary>单位负责人 must have signed.</summary>
    public bool? NeedsSignature { get; init; }

    /// <summary>May be sent in parts: what one sheet lacks another may bring.</summary>
    public bool? AllowsParts { get; init; }

    /// <summary>催报阶梯 of its own; null: that of its kind of period.</summary>
    public ReminderLadder? Remind { get; init; }

    /// <summary>What becomes of late sheets, of its own; null: as with its kind of period.</summary>
    public LatePolicy? Late { get; init; }

    /// <summary>What this form sets of the rules that all forms share; null where it leaves all of them as they are.</summary>
    public IReadOnlyList<FormCheck>? Checks { get; init; }

    /// <summary>What the form sets of a rule for a period: the version whose span holds the period's start; null where none does.</summary>
    public FormCheck? CheckOf(string code, DateOnly periodStart) =>
        Checks?.FirstOrDefault(check => check.Code == code && check.Span.Holds(periodStart));

    public Obligation? ObligationOf(string role) => Obligations.FirstOrDefault(obligation => obligation.Role == role);
}

/// <summary>A value column of a form: which basis it holds, of this year or (quoted) of an earlier one.</summary>
/// <param name="YearsBack">0 for the period itself; 1 for 上年同期, which is quoted: staged and checked, never an observation.</param>
/// <param name="PeriodCode">For a column with a period of its own (基数/历史表): <c>2015</c>, <c>2016/2020</c>; null for the sheet's.</param>
public sealed record FormColumn(string Id, string Title, Basis Basis, int YearsBack, IReadOnlyList<string> Aliases, string? PeriodCode = null)
{
    public bool IsQuoted => YearsBack > 0;

    /// <summary>A period of its own: rules that follow the sheet's months have nothing to say of its cells.</summary>
    public bool HasOwnPeriod => PeriodCode is not null;

    /// <summary>The period its cells are of, on a sheet of this period.</summary>
    public Period PeriodOn(Period sheet) => PeriodCode is null ? sheet : Period.Parse(PeriodCode);
}

/// <summary>A line of a form: asks for one element and breakdown.</summary>
/// <param name="Level">Indent: 0 for a whole, 1 for 其中 below it.</param>
/// <param name="Columns">Column ids this line fills; empty means all. Other cells are printed —.</param>
/// <param name="Required">Whether a blank cell is a finding for a unit that owes the line.</param>
/// <param name="Minimum">Least lawful value (usually 0); null where none.</param>
/// <param name="Decimals">Decimals a value may carry in the line's unit.</param>
public sealed record FormLine(
    int Number, string Label, string Element, string Breakdown, string Unit, int Level, IReadOnlyList<string> Columns,
    bool Required, decimal? Minimum, int Decimals, IReadOnlyList<string> Aliases)
{
    public bool Fills(string column) => Columns.Count == 0 || Columns.Contains(column);
}

/// <summary>报送义务: units of a role owe the form (or some of its lines) for each period from–to.</summary>
/// <param name="Lines">Line numbers owed; empty means all.</param>
/// <param name="DueWorkingDay">The n-th working day after the period's end is the last day on time.</param>
public sealed record Obligation(string Role, IReadOnlyList<int> Lines, DateOnly From, DateOnly? To, int DueWorkingDay)
{
    public bool Owes(int line) => Lines.Count == 0 || Lines.Contains(line);
}

/// <summary>规划: a plan of one district with its commitments.</summary>
public sealed record Plan(
    string Id, string District, string Name, string Document, DateOnly Issued, int FirstYear, int LastYear, IReadOnlyList<Commitment> Commitments)
{
    public bool Covers(int year) => FirstYear <= year && year <= LastYear;
}

/// <summary>A promise in a plan that can be checked, or a fact it states, with the clause that says it.</summary>
/// <param name="Indicator">What is measured; null where nothing is counted (milestones, some facts).</param>
/// <param name="Kind">One of <see cref="CommitmentKinds.All"/>.</param>
/// <param name="Comparator"><c>&gt;=</c>, <c>&lt;=</c>, <c>=</c>, <c>between</c>; where the text gives none, the one the interpretation chose.</param>
/// <param name="Value">The first number the plan gave, in <paramref name="Unit"/> (a ratio in per cent: 92); null while it is issued from
/// above (待下达), or where there is none. For yearly_reduction and growth_on_base the percentage.</param>
/// <param name="Scope"><c>each_year</c>, <c>plan_total</c>, <c>by_end</c>, <c>always</c>.</param>
/// <param name="Place">Section and item of the document, as people cite it.</param>
/// <param name="Interpretation">How the text was read where it is silent; shown in 指标口径.</param>
/// <param name="Departments">牵头部门, by code.</param>
/// <param name="IssuedFromAbove">The number comes from the city each year, in the element <see cref="IssuedBy"/>.</param>
public sealed record Commitment(
    string Id, string? Indicator, string Kind, string Comparator, decimal? Value, string Unit, string Scope, string Clause, string Place,
    string Interpretation, IReadOnlyList<string> Departments, bool IssuedFromAbove)
{
    /// <summary>Short name as the plan's table has it; null: the indicator's.</summary>
    public string? Name { get; init; }

    /// <summary>类型: the field of work as the plan's own table calls it (就业创业, 社会保障), by which a review groups; null: not said.</summary>
    public string? Category { get; init; }

    /// <summary><c>binding</c> 约束性, <c>expected</c> 预期性, <c>aspirational</c> 力争: shown, and never a failure. Null: expected.</summary>
    public string? Strength { get; init; }

    /// <summary>配合部门, by code.</summary>
    public IReadOnlyList<string>? Supporting { get; init; }

    /// <summary>Parts of it that departments answer for, together one; null: those that lead it share it evenly.</summary>
    public IReadOnlyList<DepartmentShare>? Shares { get; init; }

    /// <summary>The part that a department answers for; null where it only supports and nobody has said how much.</summary>
    public decimal? ShareOf(string department) => Shares is { } given ? given.FirstOrDefault(share => share.Department == department)?.Share
        : Departments.Contains(department) ? 1m / Departments.Count : null;

    /// <summary>The other end of a range.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Words that soften the number, as written: 左右, 约, 力争.</summary>
    public string? Tolerance { get; init; }

    /// <summary>What a softened number allows, in its unit; null where nobody has said: short of the number is then 待定.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Year whose end is the base of a reduction or growth.</summary>
    public int? BaseYear { get; init; }

    /// <summary>yearly_reduction: <c>chain</c> on the year before or <c>linear</c> on the base; direction: <c>up</c>, <c>down</c>, <c>keep</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Indicator that the value is held against (全市平均); with <see cref="Value"/> both must hold.</summary>
    public string? Benchmark { get; init; }

    /// <summary>of_which: the commitment that this is a part of.</summary>
    public string? Whole { get; init; }

    /// <summary>kept_level: how often it is looked at: <c>month</c>, <c>quarter</c>, <c>year</c>.</summary>
    public string? CheckPoints { get; init; }

    /// <summary>Missing it fails the whole assessment (一票否决).</summary>
    public bool? Veto { get; init; }

    /// <summary>milestone: the day by which it is to be reached.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Element of the city's notice that carries the number of a commitment issued from above.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>Later versions of the number, in order; the plan's own is version 1.</summary>
    public IReadOnlyList<TargetRevision>? Revisions { get; init; }

    /// <summary>What the document itself says came of it, to be reproduced.</summary>
    public StatedResult? Stated { get; init; }

    /// <summary>Conflicts and traps in the text, for whoever reads the result.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>责任主体: the part of a commitment that one department answers for.</summary>
public sealed record DepartmentShare(string Department, decimal Share);

/// <summary>A later version of a commitment's number, as the document tells it.</summary>
/// <param name="FromYear">First year it holds for; null where the text does not say: then every version is judged by itself.</param>
/// <param name="Document">What changed it; null where the text names none.</param>
public sealed record TargetRevision(decimal Value, int? FromYear, string? Document, DateOnly? DecidedOn, string Note);

/// <summary>A result as the document states it.</summary>
/// <param name="Words">As written: 增长56.74%.</param>
/// <param name="Value">In <paramref name="Unit"/>, at <paramref name="Decimals"/> decimals; null where it is said in words only.</param>
public sealed record StatedResult(string Words, decimal? Value, string? Unit, int Decimals, Bound Bound);
