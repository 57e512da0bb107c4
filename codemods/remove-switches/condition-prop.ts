/** A component that chooses by a property what it renders, as ffsd.json describes it. */
export interface ConditionProp {
  /** The name of the component, as it is written in the code. */
  readonly component: string;
  /** The property with the condition. */
  readonly condition: string;
  /** The property that is rendered when the condition holds; `children` for what stands between the tags. */
  readonly then: string;
  /** The property that is rendered when it does not; without it, nothing is. */
  readonly else?: string;
}
