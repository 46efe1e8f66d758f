using Ascs.Contracts;

namespace Ascs.Operator.Templates;

/// <summary>
/// The operator's own notice of a new authorisation: who may write, for which service, how to stop it. It is the one check of a consent that a dishonest
/// enterprise can't fake, so its words are nobody else's.
/// </summary>
internal static class NoticeText
{
    public static string Of(OperatorOptions options, ServicePolicy policy, Language language) => language == Language.En
        ? $"[{options.Name.En}] You agreed that {policy.EnterpriseName.En} may contact you for \"{policy.ServiceName.En}\". It does not learn your number. Was it not you, or no more? Reply R to cancel."
        : $"【{options.Name.Zh}】您已同意{policy.EnterpriseName.Zh}就“{policy.ServiceName.Zh}”联系您，对方不会得知您的号码。非本人操作或不再需要，请回复R取消。";
}
