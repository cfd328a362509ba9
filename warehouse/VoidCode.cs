namespace Reporting.Warehouse;

/// <summary>Why a submission is voided, coded: sent twice, of another unit or period, by another definition, not true, anything else.</summary>
public enum VoidCode { duplicate, wrong_unit, wrong_period, wrong_definition, untrue, other }
