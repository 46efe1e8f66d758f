using System.Globalization;
using Ascs.Evidence.Leaves;

namespace Ascs.Evidence.Bundles;

/// <summary>Fields and their values in plain words; instants in UTC+8.</summary>
internal static class FieldWords
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static string Zh(Opening opening) => $"{Label(opening.Field).Zh}：{Value(opening, "无")}";

    public static string En(Opening opening) => $"{Label(opening.Field).En}: {Value(opening, "none")}";

    public static string Instant(DateTimeOffset instant) => instant.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss.fff '+08:00'", CultureInfo.InvariantCulture);

    public static Sentence Label(LeafField field) => field switch
    {
        LeafField.Enterprise => new("企业", "enterprise"),
        LeafField.Service => new("业务", "service"),
        LeafField.Aid => new("AID", "AID"),
        LeafField.Authorisation => new("授权编号", "authorisation"),
        LeafField.TextHash => new("同意文本的 SM3", "SM3 of the consent text"),
        LeafField.PolicyHash => new("承诺条款的 SM3", "SM3 of the policy"),
        LeafField.SealedIds => new("加密标识的 SM3", "SM3 of the sealed ids"),
        LeafField.ConsentDate => new("同意日期", "consent date"),
        LeafField.Expiry => new("有效期至", "valid until"),
        LeafField.Assurance => new("同意的确认程度", "assurance"),
        LeafField.RequestSignature => new("请求方签名的 SM3", "SM3 of the request's signature"),
        LeafField.Document => new("加密资料的 SM3", "SM3 of the encrypted documents"),
        LeafField.Dispatch => new("发送批次", "dispatch"),
        LeafField.Template => new("模板", "template"),
        LeafField.TemplateHash => new("模板文本的 SM3", "SM3 of the template text"),
        LeafField.Content => new("内容承诺", "commitment to the content"),
        LeafField.State => new("结果", "state"),
        LeafField.Reason => new("原因", "reason"),
        LeafField.DecidedAt => new("认定时间", "decided at"),
        LeafField.HandedOverAt => new("交付时间", "handed over at"),
        LeafField.By => new("由谁", "by"),
        LeafField.KeyName => new("密钥名称", "key"),
        LeafField.NewKey => new("新公钥", "new key"),
        LeafField.OldKey => new("原公钥", "old key"),
        LeafField.Statement => new("密钥声明的 SM3", "SM3 of the key statement"),
        LeafField.Link => new("所针对记录的哈希", "hash of the record it acts on"),
        LeafField.Supersedes => new("所更正记录的哈希", "hash of the record it corrects"),
        LeafField.ReportSignature => new("报告方签名的 SM3", "SM3 of the report's signature"),
        _ => new($"字段 {(int)field}", $"field {(int)field}"),
    };

    private static string Value(Opening opening, string none)
    {
        if (opening.Value.Length == 0)
            return none;
        var isInstant = opening.Field is LeafField.ConsentDate or LeafField.Expiry or LeafField.DecidedAt or LeafField.HandedOverAt;
        return isInstant && long.TryParse(opening.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeMilliseconds()
            ? Instant(DateTimeOffset.FromUnixTimeMilliseconds(ms))
            : opening.Value;
    }
}
