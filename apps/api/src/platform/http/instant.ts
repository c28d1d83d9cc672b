import { ValidateBy } from 'class-validator';

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** The member is a point in time as of RFC 3339, such as `2026-11-23T14:00:00Z`. (`IsISO8601` also lets weeks and ordinals pass.) */
export const IsInstant = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && RFC_3339.test(value) && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => 'Must be a time such as 2026-11-23T14:00:00Z.',
    },
  });
