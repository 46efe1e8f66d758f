using System.Text;

namespace Ascs.Trust.Audit;

/// <summary>The list of auditable events as a table for people: printed by a command, kept in the documents.</summary>
public static class AuditEventTable
{
    /// <summary>Markdown.</summary>
    public static string ToMarkdown()
    {
        var text = new StringBuilder("| event | when | who | what | result | on disk |\n|---|---|---|---|---|---|\n");
        foreach (var one in AuditCatalogue.All)
            text.Append('|').AppendJoin('|', $" {one.Event} ", $" {one.When} ", $" {one.Who} ", $" {one.What} ", $" {one.Result} ", one.IsDurable ? " before it counts " : " within a second ").Append("|\n");
        return text.ToString();
    }
}
