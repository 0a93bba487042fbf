import { useEscapeHatchTranslation } from '../../translation/useEscapeHatchTranslation';
import { TextInput } from '../TextInput';

/** What somebody says to what they do. */
export function CommentField(props: {
  id: string;
  isMandatory: boolean;
  value: string;
  problem?: string;
  onChange: (comment: string) => void;
}) {
  const { isMandatory } = props;
  const t = useEscapeHatchTranslation();
  return (
    <TextInput
      {...props}
      label={t('request.dialog.comment')}
      hint={
        isMandatory
          ? t('request.dialog.commentMandatory')
          : t('request.dialog.commentOptional')
      }
      rows={3}
    />
  );
}
