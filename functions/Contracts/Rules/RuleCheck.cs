namespace Ascs.Contracts;

/// <summary>A compiled rule: the first fault in a value, its pointer from the value on; null when there is none.</summary>
internal delegate FieldError? RuleCheck(object value);
